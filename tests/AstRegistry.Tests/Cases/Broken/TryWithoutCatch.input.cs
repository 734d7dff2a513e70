class C
{
    void M()
    {
        try { A(); }
        catch (E e { B(); }
        finally { } finally { D(); }
        else { F(); }
    }
}
