public interface IShape : IDisposable, IComparable<IShape>
{
    double Area { get; }
    void Draw();
}

public partial interface IVariant<in TIn, out TOut> { }
