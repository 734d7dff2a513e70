using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Contoso.Shop.Orders;

public interface IOrderRepository
{
    Task<Order?> FindAsync(Guid id, CancellationToken cancellationToken = default);

    Task<IReadOnlyList<Order>> GetAllAsync(CancellationToken cancellationToken = default);

    Task SaveAsync(Order order, CancellationToken cancellationToken = default);

    bool TryGet(string key, [NotNullWhen(true)] out Order? order);
}

public sealed record OrderLine(string ProductId, int Quantity, decimal UnitPrice)
{
    public decimal Total => Quantity * UnitPrice;
}

public record struct Point(double X, double Y);

public enum OrderStatus
{
    /// <summary>Not sent yet.</summary>
    Draft,

    /// <summary>Sent.</summary>
    Submitted,

    /// <summary>On its way.</summary>
    Shipped,

    /// <summary>Taken back.</summary>
    Cancelled,
}

[DebuggerDisplay("{ToString(),nq}")]
public partial class Order : IEquatable<Order>
{
    private readonly List<OrderLine> _lines = [];
    private readonly object _lock = new();

    public required Guid Id { get; init; }

    public string? CustomerName { get; set; }

    public OrderStatus Status { get; private set; } = OrderStatus.Draft;

    public DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.UtcNow;

    public IReadOnlyList<OrderLine> Lines => _lines;

    public decimal Total => _lines.Sum(line => line.Total);

    public bool IsEmpty => _lines.Count == 0;

    public void Add(OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (Status != OrderStatus.Draft) throw new InvalidOperationException($"Order {Id} is {Status}.");

        lock (_lock)
        {
            _lines.Add(line);
        }
    }

    public bool Remove(string productId)
    {
        var index = _lines.FindIndex(line => string.Equals(line.ProductId, productId, StringComparison.Ordinal));
        if (index < 0) return false;
        _lines.RemoveAt(index);
        return true;
    }

    public decimal PriceOf(string productId) => _lines.FirstOrDefault(x => x.ProductId == productId)?.UnitPrice ?? 0m;

    public string Describe() => Status switch
    {
        OrderStatus.Draft when IsEmpty => "empty",
        OrderStatus.Draft => $"draft with {_lines.Count} lines",
        OrderStatus.Submitted or OrderStatus.Shipped => "on its way",
        _ => throw new ArgumentOutOfRangeException(nameof(Status)),
    };

    public bool Equals(Order? other) => other is not null && Id == other.Id;

    public override bool Equals(object? obj) => Equals(obj as Order);

    public override int GetHashCode() => HashCode.Combine(Id, Status);

    public override string ToString() => $"{Id}: {Describe()}";
}

internal sealed class OrderService : IOrderService, IAsyncDisposable
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, Order> _cache = new();
    private readonly IOrderRepository _repository;
    private readonly ILogger<OrderService> _logger;
    private readonly OrderOptions _options;
    private readonly SemaphoreSlim _semaphore = new(1, 1);
    private CancellationTokenSource? _cancellation;
    private volatile bool _disposed;
    private int _count;

    public OrderService(IOrderRepository repository, IOptions<OrderOptions> options, ILogger<OrderService> logger)
    {
        _repository = repository ?? throw new ArgumentNullException(nameof(repository));
        _options = options.Value;
        _logger = logger;
    }

    public event EventHandler<OrderEventArgs>? OrderSaved;

    public int Count => Volatile.Read(ref _count);

    public async Task<Order> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (_cache.TryGetValue(id, out var cached)) return cached;

        await _semaphore.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var order = await _repository.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (order is null)
            {
                _logger.LogWarning("Order {OrderId} was not found.", id);
                throw new KeyNotFoundException($"Order {id} was not found.");
            }

            _cache[id] = order;
            return order;
        }
        finally
        {
            _semaphore.Release();
        }
    }

    public async Task<int> ImportAsync(Stream stream, CancellationToken cancellationToken)
    {
        var imported = 0;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.Timeout ?? DefaultTimeout);
        await foreach (var order in ReadAsync(stream, timeout.Token))
        {
            try
            {
                await SaveAsync(order, cancellationToken);
                imported++;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception exception)
            {
                _logger.LogError(exception, "Could not import {Order}.", order);
                if (!_options.ContinueOnError) break;
            }
        }

        return imported;
    }

    public async Task SaveAsync(Order order, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var activity = Telemetry.Source.StartActivity("Save");
        activity?.SetTag("order.id", order.Id);
        await _repository.SaveAsync(order, cancellationToken);
        Interlocked.Increment(ref _count);
        OrderSaved?.Invoke(this, new OrderEventArgs(order));
    }

    public IEnumerable<IGrouping<string, Order>> GroupByCustomer(IEnumerable<Order> orders, Func<Order, bool>? predicate = null)
    {
        return orders
            .Where(order => predicate == null || predicate(order))
            .OrderBy(order => order.CreatedAt)
            .ThenByDescending(order => order.Total)
            .GroupBy(order => order.CustomerName ?? "unknown", StringComparer.OrdinalIgnoreCase)
            .ToList();
    }

    public Dictionary<string, decimal> Totals(IReadOnlyCollection<Order> orders)
    {
        var totals = new Dictionary<string, decimal>(orders.Count);
        foreach (var (name, total) in orders.Select(o => (o.CustomerName, o.Total)))
        {
            if (string.IsNullOrEmpty(name)) continue;
            totals.TryGetValue(name, out var sum);
            totals[name] = sum + total;
        }

        return totals;
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;
        _disposed = true;
        _cancellation?.Cancel();
        _cancellation?.Dispose();
        _semaphore.Dispose();
        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<Order> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var order = JsonSerializer.Deserialize<Order>(line);
            if (order != null) yield return order;
        }
    }
}

public static class EnumerableExtensions
{
    public static IEnumerable<TResult> SelectNotNull<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult?> selector)
        where TResult : class
    {
        foreach (var item in source)
        {
            if (selector(item) is { } result) yield return result;
        }
    }

    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i].Equals(value)) return i;
        }

        return -1;
    }

    public static async Task<T> WithTimeout<T>(this Task<T> task, TimeSpan timeout)
    {
        var delay = Task.Delay(timeout);
        return await Task.WhenAny(task, delay) == delay ? throw new TimeoutException() : await task;
    }
}

/// <summary>How many calls may run at a time.</summary>
public class ThrottleOptions<TRequest> : OptionsBase
{
    [Range(1, int.MaxValue)]
    public int MaxConcurrency { get; set; } = 16;

    public bool RejectWhenFull { get; set; }

    [Required]
    public Func<TRequest, ValueTask<bool>> Applies { get; set; } = static request => request switch
    {
        IDisposable => new ValueTask<bool>(false),
        not null => new ValueTask<bool>(true),
        _ => default,
    };

    public Func<ThrottledArguments<TRequest>, ValueTask>? OnThrottled { get; set; }
}

internal sealed class Throttle<T>(ThrottleOptions<T> options, TimeProvider clock) : Filter<T>
{
    private readonly Func<double> _random = Random.Shared.NextDouble;

    public int Limit { get; } = options.MaxConcurrency;

    protected internal override async ValueTask<Reply<T>> InvokeAsync<TState>(
        Func<T, TState, ValueTask<Reply<T>>> next,
        T request,
        TState state)
    {
        var waits = 0;
        while (true)
        {
            var started = clock.GetTimestamp();
            if (!await options.Applies(request).ConfigureAwait(false) || TryEnter())
            {
                return await next(request, state).ConfigureAwait(false);
            }

            var pause = PauseAfter(waits++);
            if (options.OnThrottled is not null)
            {
                var arguments = new ThrottledArguments<T>(request, pause, clock.GetElapsedTime(started));
                await options.OnThrottled(arguments).ConfigureAwait(false);
            }

            if (options.RejectWhenFull) return Reply<T>.Rejected;
            if (pause > TimeSpan.Zero) await Task.Delay(pause, clock).ConfigureAwait(false);
        }

        TimeSpan PauseAfter(int count)
        {
            var milliseconds = Math.Min(1000, 10 << count);
            return TimeSpan.FromMilliseconds(milliseconds * (1 + _random()));
        }
    }

    private bool TryEnter() => Interlocked.Increment(ref Entered) <= Limit;
}
