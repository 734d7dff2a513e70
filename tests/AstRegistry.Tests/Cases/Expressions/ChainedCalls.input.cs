class C
{
    object M() => Builder.Create().Add(1).Add(2).Add(1).Build();
}
