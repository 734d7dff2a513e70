class var
{
    int async, await, yield, nameof, when, file, field, scoped, required;

    void partial(int where) => this.partial(where);

    void record(int global) { }
}
