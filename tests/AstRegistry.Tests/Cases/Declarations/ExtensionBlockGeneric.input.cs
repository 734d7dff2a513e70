static class Extensions
{
    extension<T>(ref List<T> list) where T : struct
    {
        public T First => list[0];

        public U Fold<U>(U start, Func<U, T, U> step)
        {
            foreach (var item in list) start = step(start, item);
            return start;
        }
    }
}
