class Lazy(int seed) : Base(() => seed + 1, x => x);
