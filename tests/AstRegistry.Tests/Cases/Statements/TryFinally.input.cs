class C
{
    void M()
    {
        try { A(); } finally { if (b) { D(); } else { E(); } }
    }
}
