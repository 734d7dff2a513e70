class C
{
    void M()
    {
        try
        {
            A();
        }
        catch (IOException e) when (e.HResult == 1)
        {
            B(e);
        }
        catch (IOException)
        {
        }
        catch
        {
            throw;
        }
        finally
        {
            D();
        }
    }
}
