namespace Shop
{
    partial class Cart
    {
        int _count;
    }
}

namespace Shop
{
    public partial class Cart : IDisposable
    {
        public void Dispose() => _count = 0;
    }
}
