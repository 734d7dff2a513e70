class C
{
    void M(int? a, string? b, DateTime? c, Nullable<Guid> d, System.Nullable<Size> e, List<bool?>? f) { }
}
