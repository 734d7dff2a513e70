class C
{
    int P { got; set; foo { A(); } }
    event Action E { add; get; }
}
