namespace AstRegistry.Runtime.Tests.Events;

public sealed class EventBusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscriber_hears_of_the_topics_it_asked_for_in_order()
    {
        await using var bus = new EventBus();
        var heard = new List<string>();
        bus.Subscribe("shop.(cart|bill).*", next => heard.Add(FormattableString.Invariant($"{next.Sequence} {next.Topic} {next.Payload}")));

        await bus.PublishAsync("shop.cart.add", 1, Token);
        await bus.PublishAsync("shop.stock.add", 2, Token);
        await bus.PublishAsync("shop.bill.pay", 3, Token);
        await bus.StopAsync(Token);

        Assert.Equal(["1 shop.cart.add 1", "3 shop.bill.pay 3"], heard);
        Assert.Equal(3, bus.Published);
    }

    [Fact]
    public async Task All_subscribers_see_one_order_of_what_many_publish()
    {
        await using var bus = new EventBus();
        var roomy = new SubscriptionOptions { Capacity = 10_000 };
        var heard = new[] { new List<long>(), new List<long>() };
        bus.Subscribe("**", next => heard[0].Add(next.Sequence), roomy);
        bus.Subscribe("**", next => heard[1].Add(next.Sequence), roomy with { Overflow = EventOverflow.Wait, Capacity = 3 });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < 500; i++) await bus.PublishAsync("a", i, Token);
            },
            Token)));
        await bus.StopAsync(Token);

        Assert.Equal(Enumerable.Range(1, 4000).Select(static i => (long)i), heard[0]);
        Assert.Equal(heard[0], heard[1]);
    }

    [Fact]
    public async Task A_full_queue_gives_up_the_oldest_and_counts_it()
    {
        await using var bus = new EventBus();
        var gate = new Gate();
        var heard = new List<object?>();
        var slow = bus.Subscribe("**", (next, _) => gate.PassAsync(() => heard.Add(next.Payload)), new() { Capacity = 2 });

        await bus.PublishAsync("a", 0, Token);
        await gate.Reached.WaitAsync(Token);
        for (var i = 1; i <= 5; i++) await bus.PublishAsync("a", i, Token);

        Assert.Equal((3, 2), (slow.Dropped, slow.Pending));
        gate.Open();
        await bus.StopAsync(Token);
        Assert.Equal([0, 4, 5], heard);
        Assert.Equal(3, slow.Delivered);
    }

    [Fact]
    public async Task A_publisher_waits_where_the_subscriber_asked_for_it()
    {
        await using var bus = new EventBus();
        var gate = new Gate();
        var heard = new List<object?>();
        var slow = bus.Subscribe("**", (next, _) => gate.PassAsync(() => heard.Add(next.Payload)), new() { Capacity = 1, Overflow = EventOverflow.Wait });
        await bus.PublishAsync("a", 0, Token);
        await gate.Reached.WaitAsync(Token);
        await bus.PublishAsync("a", 1, Token);

        var waiting = bus.PublishAsync("a", 2, Token).AsTask();
        using var impatience = new CancellationTokenSource();
        var givenUp = bus.PublishAsync("a", 3, impatience.Token).AsTask();
        Assert.False(waiting.IsCompleted);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);
        gate.Open();
        await waiting.WaitAsync(Token);
        await bus.StopAsync(Token);

        Assert.Equal([0, 1, 2], heard);
        Assert.Equal(0, slow.Dropped);
    }

    [Fact]
    public async Task A_subscriber_that_throws_is_counted_and_reported_and_harms_nobody()
    {
        var faults = new List<EventFault>();
        await using var bus = new EventBus(new() { OnFault = fault => faults.Add(fault) });
        var heard = new List<object?>();
        var bad = bus.Subscribe("**", next => throw new InvalidOperationException("no " + next.Payload));
        bus.Subscribe("**", next => heard.Add(next.Payload));

        await bus.PublishAsync("a", 1, Token);
        await bus.PublishAsync("b", 2, Token);
        await bus.StopAsync(Token);

        Assert.Equal([1, 2], heard);
        Assert.Equal((2, 2), (bad.Failed, bad.Delivered));
        Assert.Equal(["#1 a: no 1", "#2 b: no 2"], faults.Select(static fault => $"{fault.Event}: {fault.Exception.Message}"));
    }

    [Fact]
    public async Task What_hears_of_faults_may_throw_itself()
    {
        await using var bus = new EventBus(new() { OnFault = static _ => throw new InvalidOperationException() });
        var bad = bus.Subscribe("**", static _ => throw new InvalidOperationException());

        await bus.PublishAsync("a", 1, Token);
        await bus.PublishAsync("a", 2, Token);
        await bus.StopAsync(Token);

        Assert.Equal(2, bad.Failed);
    }

    [Fact]
    public async Task Stopping_delivers_what_was_published_and_takes_no_more()
    {
        var bus = new EventBus();
        var gate = new Gate();
        var heard = new List<object?>();
        bus.Subscribe("**", (next, _) => gate.PassAsync(() => heard.Add(next.Payload)));
        var stream = bus.Listen("**");
        for (var i = 0; i < 10; i++) await bus.PublishAsync("a", i, Token);

        var stopping = bus.StopAsync(Token);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await bus.PublishAsync("a", 10, Token));
        Assert.Throws<ObjectDisposedException>(() => bus.Listen("**"));
        Assert.False(stopping.IsCompleted);
        gate.Open();
        await stopping;

        Assert.Equal(10, heard.Count);
        var read = new List<object?>();
        await foreach (var next in stream.WithCancellation(Token)) read.Add(next.Payload);
        Assert.Equal(heard, read);
    }

    [Fact]
    public async Task Stopping_does_not_wait_longer_than_its_caller_wants()
    {
        var bus = new EventBus();
        var gate = new Gate();
        var told = new TaskCompletionSource();
        var hung = bus.Subscribe("**", (_, token) =>
        {
            token.Register(told.SetResult);
            return gate.PassAsync(static () => { });
        });
        await bus.PublishAsync("a", 1, Token);
        await bus.PublishAsync("a", 2, Token);
        await gate.Reached.WaitAsync(Token);
        using var impatience = new CancellationTokenSource();

        var stopping = bus.StopAsync(impatience.Token);
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopping);
        await told.Task.WaitAsync(Token);
        Assert.Equal(0, hung.Pending);
        gate.Open();
    }

    [Fact]
    public async Task Disposal_unsubscribes()
    {
        await using var bus = new EventBus();
        var gate = new Gate();
        var heard = new List<object?>();
        var subscription = bus.Subscribe("**", (next, _) => gate.PassAsync(() => heard.Add(next.Payload)));
        await bus.PublishAsync("a", 1, Token);
        await gate.Reached.WaitAsync(Token);
        await bus.PublishAsync("a", 2, Token);

        var disposing = subscription.DisposeAsync().AsTask();
        Assert.False(disposing.IsCompleted);
        gate.Open();
        await disposing.WaitAsync(Token);
        await bus.PublishAsync("a", 3, Token);

        Assert.Equal([1], heard);
        Assert.Equal(0, subscription.Pending);
    }

    [Fact]
    public async Task A_handler_may_call_back()
    {
        await using var bus = new EventBus();
        var done = new TaskCompletionSource();
        var heard = new List<string>();
        EventSubscription? self = null;
        self = bus.Subscribe("a", async (next, token) =>
        {
            // Its own queue has room for one event and asks publishers to wait.
            for (var i = 0; i < 3; i++) await bus.PublishAsync("a", null, token);
            bus.Subscribe("b", inner => heard.Add(inner.Topic));
            await bus.PublishAsync("b", null, token);
            await self!.DisposeAsync();
            await bus.StopAsync(Token);
            done.SetResult();
        }, new() { Capacity = 1, Overflow = EventOverflow.Wait });

        await bus.PublishAsync("a", null, Token);
        await done.Task.WaitAsync(Token);

        Assert.Equal(["b"], heard);
    }

    [Fact]
    public async Task A_stream_begins_when_it_is_made_and_is_for_one_reader()
    {
        await using var bus = new EventBus();
        await bus.PublishAsync("a", 0, Token);
        using var stream = bus.Listen("a", new() { Capacity = 2 });
        for (var i = 1; i <= 3; i++) await bus.PublishAsync("a", i, Token);

        Assert.Equal((1, 2), (stream.Dropped, stream.Pending));
        await foreach (var next in stream.WithCancellation(Token))
        {
            Assert.Equal(2, next.Payload);
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.GetAsyncEnumerator(Token).MoveNextAsync());
            break;
        }

        var rest = new List<object?>();
        await foreach (var next in stream.WithCancellation(Token))
        {
            rest.Add(next.Payload);
            stream.Dispose();
        }

        Assert.Equal([3], rest);
    }

    [Fact]
    public async Task Wrong_arguments_are_refused()
    {
        await using var bus = new EventBus();

        Assert.Throws<TopicPatternException>(() => bus.Subscribe("a..b", static _ => { }));
        Assert.Contains("Capacity is 0", Assert.Throws<ArgumentException>(() => bus.Listen("a", new() { Capacity = 0 })).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<FormatException>(async () => await bus.PublishAsync("a.*", null, Token));
    }
}
