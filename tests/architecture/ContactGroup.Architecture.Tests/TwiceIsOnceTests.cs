using ContactGroup.Hosting.Bus;
using MassTransit;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 7, second half: every consumer may run twice.</summary>
public sealed class TwiceIsOnceTests(RunningStandalone app) : IClassFixture<RunningStandalone>
{
    private static readonly string[] Everybody = ["amal", "jonas", "leila", "ines", "okan", "rafiq", "hana"];

    [Fact]
    public async Task Facts_that_come_twice_change_no_stream()
    {
        await CanaryScenario.PlayAsync(app);
        await SettleAsync();
        var before = await StreamsAsync();
        var facts = app.Bus.Published.ToList();
        var first = app.Bus.Consumed.GroupBy(done => done.Batch, StringComparer.Ordinal).ToDictionary(batch => batch.Key, batch => batch.Count(), StringComparer.Ordinal);

        foreach (var fact in facts)
        {
            await app.Services.GetRequiredService<IBus>().Publish(fact, fact.GetType());
        }

        await UntilAsync(() => facts.Select(BusEar.BatchOf).All(batch => app.Bus.Consumed.Count(done => done.Batch == batch) == 2 * first.GetValueOrDefault(batch)));
        await SettleAsync();
        Assert.NotEmpty(facts);
        Assert.Equal(before, await StreamsAsync());
        Assert.Empty(Consumers().Except(app.Bus.Consumed.Select(done => done.Consumer), StringComparer.Ordinal));
    }

    /// <summary>Every consumer of the modules, named as the bus names it.</summary>
    private static IEnumerable<string> Consumers() => Product.ModuleAssemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsAbstract && type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(FactConsumer<>))
        .Select(type => TypeCache.GetShortName(type));

    /// <summary>Everything everybody can read from their streams.</summary>
    private async Task<string> StreamsAsync()
    {
        var all = new List<string>();
        foreach (var account in Everybody)
        {
            var person = await app.AsAsync(account);
            foreach (var stream in (await person.ReadAsync("/api/release/streams"))["streams"]!.AsArray())
            {
                var entries = await person.ReadAsync($"/api/release/streams/{stream!["stream"].Text()}/entries?after={Uri.EscapeDataString(stream["start"].Text())}&limit=200");
                all.Add($"{account} {stream["stream"]} {stream["head"]} {entries["entries"]!.ToJsonString()}");
            }
        }

        return string.Join('\n', all);
    }

    /// <summary>Waits until nothing more is published or consumed.</summary>
    private async Task SettleAsync()
    {
        var last = (-1, -1);
        await UntilAsync(() =>
        {
            var now = (app.Bus.Published.Count, app.Bus.Consumed.Count);
            (var same, last) = (now == last, now);
            return same;
        });
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var count = 0; count < 150 && await look.WaitForNextTickAsync(); count++)
        {
            if (condition())
            {
                return;
            }
        }

        Assert.Fail("it never came to that");
    }
}
