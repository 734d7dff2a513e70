class Service(ILogger logger, int size = 16)
{
    private readonly int _size = size;

    public void Log() => logger.Log(_size);
}

struct Money(decimal amount);

class NoParameters();
