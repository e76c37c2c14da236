using System.Text.Json;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Bus.Rabbit;

namespace ContactGroup.Hosting.Tests.Accounts;

public sealed class TopologyFileTests
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(ServiceAccounts.Infra("rabbitmq/topology.json"))).RootElement;

    [Fact]
    public void Every_queue_that_must_have_a_fact_is_in_the_file_as_services_declare_it()
    {
        var declared = FactQueues.All.ToDictionary(known => known.Queue, _ => Arguments(QueueForm.Arguments(ofOneInstance: false)), StringComparer.Ordinal);
        declared[QueueForm.Undeliverable] = Arguments([("x-queue-type", "quorum")]);

        var filed = Names("queues").ToDictionary(
            queue => queue.GetProperty("name").GetString()!,
            queue => Arguments(queue.GetProperty("arguments").EnumerateObject().Select(argument => (argument.Name, (object)argument.Value))),
            StringComparer.Ordinal);

        Assert.Equal(declared.OrderBy(one => one.Key, StringComparer.Ordinal), filed.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_exchange_and_every_way_to_a_queue_is_in_the_file()
    {
        var exchanges = FactQueues.All.SelectMany(known => new[] { FactExchanges.Of(known.Fact), known.Queue });
        var ways = FactQueues.All.SelectMany(known => new[] { $"{FactExchanges.Of(known.Fact)} exchange {known.Queue}", $"{known.Queue} queue {known.Queue}" });

        Assert.Equal(exchanges.Order(), Names("exchanges").Select(exchange => exchange.GetProperty("name").GetString()!).Order());
        Assert.Equal(ways.Order(), Names("bindings").Select(binding =>
            $"{binding.GetProperty("source")} {binding.GetProperty("destination_type")} {binding.GetProperty("destination")}").Order());
    }

    private static IEnumerable<JsonElement> Names(string kind) => File.GetProperty(kind).EnumerateArray();

    private static string Arguments(IEnumerable<(string Name, object Value)> arguments) => string.Join(
        ", ", arguments.Select(argument => $"{argument.Name}={argument.Value.ToString()!.ToLowerInvariant()}").Order(StringComparer.Ordinal));
}
