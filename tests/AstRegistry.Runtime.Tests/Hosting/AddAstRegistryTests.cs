using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AstRegistry.Runtime.Tests.Hosting;

public class AddAstRegistryTests
{
    private static readonly RegistryEntry Home = new(EntryId.Parse("app:home"), "http.route");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_opens_the_registry_and_its_services_share_it()
    {
        using var host = Build(static services => services.AddAstRegistry(static options => options.Name = "routes"));
        await host.StartAsync(Token);
        var registry = host.Services.GetRequiredService<VersionedRegistry>();

        await host.Services.GetRequiredService<IRegistryStore>().SetAsync(Home, Token);

        Assert.Equal("routes", registry.Name);
        Assert.True(registry.Current.Contains(Home.Id));
        Assert.Same(registry, await host.Services.GetRequiredService<IRegistryProvider>().GetAsync(Token));
        Assert.Single(host.Services.GetRequiredService<Finder>().Find(registry.Current, ".kind=http.route", cancellationToken: Token));
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task Without_a_host_the_registry_opens_when_it_is_asked_for()
    {
        var services = new ServiceCollection();
        services.AddAstRegistry();
        await using var provider = services.BuildServiceProvider();

        var injected = provider.GetRequiredService<VersionedRegistry>();

        Assert.Same(injected, await provider.GetRequiredService<IRegistryProvider>().GetAsync(Token));
    }

    [Fact]
    public async Task A_container_disposes_the_registry_and_its_history()
    {
        var history = new CountingHistory();
        var services = new ServiceCollection();
        services.AddAstRegistry().UseHistory((_, _) => ValueTask.FromResult(history));
        var provider = services.BuildServiceProvider();
        var registry = await provider.GetRequiredService<IRegistryProvider>().GetAsync(Token);
        var opener = provider.GetRequiredService<IRegistryProvider>();

        await provider.DisposeAsync();

        Assert.Equal(1, history.Disposals);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => registry.CommitAsync(ChangeSet.Empty, cancellationToken: Token));
        Assert.Same(registry, await opener.GetAsync(Token));
    }

    [Fact]
    public async Task A_container_that_is_disposed_without_await_disposes_it_as_well()
    {
        var history = new CountingHistory();
        var services = new ServiceCollection();
        services.AddAstRegistry().UseHistory((_, _) => ValueTask.FromResult(history));
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IRegistryProvider>().GetAsync(Token);

        provider.Dispose();

        Assert.Equal(1, history.Disposals);
    }

    [Fact]
    public async Task A_host_with_bad_options_does_not_start_and_says_all_that_is_wrong()
    {
        using var host = Build(static services => services.AddAstRegistry(static options =>
        {
            options.QueueCapacity = 0;
            options.HandlerDeadline = TimeSpan.Zero;
        }));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Contains("QueueCapacity is 0", error.Message, StringComparison.Ordinal);
        Assert.Contains("HandlerDeadline is 00:00:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_that_cannot_be_opened_stops_the_host_and_can_be_tried_again()
    {
        var attempts = 0;
        using var host = Build(services => services.AddAstRegistry().UseHistory((_, _) => ++attempts == 1
            ? throw new HistoryException(HistoryFault.InUse, "The file is open elsewhere.")
            : ValueTask.FromResult(new MemoryHistory())));

        await Assert.ThrowsAsync<HistoryException>(() => host.StartAsync(Token));

        Assert.NotNull(await host.Services.GetRequiredService<IRegistryProvider>().GetAsync(Token));
    }

    [Fact]
    public void A_second_history_is_refused()
    {
        var builder = new ServiceCollection().AddAstRegistry("a").UseHistory(static (_, _) => ValueTask.FromResult(new MemoryHistory()));

        var error = Assert.Throws<InvalidOperationException>(() => builder.UseHistory(static (_, _) => ValueTask.FromResult(new MemoryHistory())));

        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registries_with_names_stand_side_by_side()
    {
        using var host = Build(static services =>
        {
            services.AddAstRegistry("one");
            services.AddAstRegistry("two");
        });
        await host.StartAsync(Token);
        var one = host.Services.GetRequiredKeyedService<VersionedRegistry>("one");
        var two = host.Services.GetRequiredKeyedService<VersionedRegistry>("two");

        await one.CommitAsync(new(RegistryOperation.Create(Home)), cancellationToken: Token);

        Assert.Equal(("one", 1, "two", 0), (one.Name, one.Current.Count, two.Name, two.Current.Count));
        Assert.Null(host.Services.GetService<VersionedRegistry>());
    }

    [Fact]
    public async Task Handlers_of_the_container_have_their_say()
    {
        using var host = Build(static services => services.AddAstRegistry().AddHandler<Refusing>("refusing", "http.*"));
        await host.StartAsync(Token);
        var registry = host.Services.GetRequiredService<VersionedRegistry>();

        var outcome = await registry.CommitAsync(new(RegistryOperation.Create(Home)), cancellationToken: Token);

        Assert.Equal("refusing", Assert.IsType<CommitOutcome.Rejected>(outcome).Handler);
    }

    [Fact]
    public async Task The_clock_of_the_container_is_that_of_the_versions()
    {
        var clock = new FakeTimeProvider(new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
        using var host = Build(services => services.AddSingleton<TimeProvider>(clock).AddAstRegistry());
        await host.StartAsync(Token);

        var outcome = await host.Services.GetRequiredService<VersionedRegistry>().CommitAsync(new(RegistryOperation.Create(Home)), cancellationToken: Token);

        Assert.Equal(clock.GetUtcNow(), Assert.IsType<CommitOutcome.Committed>(outcome).Version.At);
    }

    [Fact]
    public async Task The_health_check_tells_a_registry_that_works_from_one_whose_history_fails()
    {
        var history = new CountingHistory();
        using var host = Build(services => services.AddAstRegistry().UseHistory((_, _) => ValueTask.FromResult(history)).AddHealthCheck());
        var checks = host.Services.GetRequiredService<HealthCheckService>();
        var closed = await checks.CheckHealthAsync(Token);
        await host.StartAsync(Token);
        var open = await checks.CheckHealthAsync(Token);
        history.Fails = true;
        var failing = await checks.CheckHealthAsync(Token);

        Assert.Equal((HealthStatus.Unhealthy, HealthStatus.Healthy, HealthStatus.Unhealthy), (closed.Status, open.Status, failing.Status));
        Assert.Equal("The disk is gone.", failing.Entries["astregistry"].Description);
        Assert.Equal(0L, open.Entries["astregistry"].Data["revision"]);
    }

    [Fact]
    public async Task What_happens_in_a_registry_stands_in_the_log()
    {
        var log = new LogLines();
        using var host = Build(services =>
        {
            services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Debug));
            services.AddAstRegistry().AddHandler<Throwing>("throwing");
        });
        await host.StartAsync(Token);

        await host.Services.GetRequiredService<VersionedRegistry>().CommitAsync(new(RegistryOperation.Create(Home)), cancellationToken: Token);

        Assert.Contains(log.Lines, static line => line.StartsWith("Information 100", StringComparison.Ordinal));
        Assert.Contains(log.Lines, static line => line.StartsWith("Warning 1 ", StringComparison.Ordinal) && line.Contains("throwing", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_notice_has_an_event_of_its_own()
    {
        var log = new LogLines();
        var logger = log.CreateLogger("test");

        foreach (var kind in Enum.GetValues<RegistryNoticeKind>()) AstRegistry.Hosting.RegistryLog.Log(logger, new(kind, null, $"{kind}"));

        Assert.Equal(Enum.GetValues<RegistryNoticeKind>().Select(static kind => (int)kind + 1), log.Lines.Select(static line => int.Parse(line.Split(' ')[1], null)));
    }

    private static IHost Build(Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        configure(builder.Services);
        return builder.Build();
    }

    private sealed class Refusing : IRegistryHandler
    {
        public ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken)
        {
            operation.Reject("no");
            return default;
        }
    }

    private sealed class Throwing : IRegistryHandler
    {
        public ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken) => throw new InvalidOperationException("broken");
    }
}
