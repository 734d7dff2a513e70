#define FAST
class C
{
#if FAST && !SLOW
    void Fast() { }
#elif SLOW
    void Slow() { }
#endif
#undef FAST
}
