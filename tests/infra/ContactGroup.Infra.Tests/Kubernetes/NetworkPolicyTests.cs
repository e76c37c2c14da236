using System.Text.Json.Nodes;
using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Kubernetes;

public sealed class NetworkPolicyTests
{
    private static readonly IReadOnlyList<JsonNode> Policies = [.. Chart.Of("NetworkPolicy")];

    [Fact]
    public void Whatever_is_not_allowed_is_refused_to_every_pod()
    {
        var nothing = Policies.Single(policy => policy["spec"]!["ingress"] is null && policy["spec"]!["egress"] is null);

        Assert.Equal(["Ingress", "Egress"], nothing["spec"]!["policyTypes"].Texts());
        Assert.Equal(Chart.Workloads.Keys.Order(StringComparer.Ordinal), Chart.Selected(nothing["spec"]!["podSelector"]!["matchLabels"]));
    }

    [Fact]
    public void A_service_is_reached_by_the_edge_and_by_who_has_to_ask_it_and_by_nobody_else()
    {
        // What the settings lead to, and release, which narrows what the nodes show at the addresses that they gave.
        var needed = Chart.Workloads.Keys
            .SelectMany(from => Chart.Environment(from).Where(setting => setting.Key.StartsWith("Ports__", StringComparison.Ordinal) && setting.Key != "Ports__Self")
                .Select(setting => (from, To: setting.Value["http://trial-".Length..^":8080".Length])))
            .Concat(Chart.Workloads.Keys.Where(to => to != "edge").Select(to => ("edge", to)))
            .Append(("release", "realtime"));

        Assert.Equal(needed.Order(), Pairs("ingress", "from", (to, from) => (from, to)).Order());
        Assert.Equal(needed.Order(), Pairs("egress", "to", (from, to) => (from, to)).Order());
    }

    [Fact]
    public void From_outside_one_port_is_open()
    {
        var open = Policies.SelectMany(policy => (policy["spec"]!["ingress"] as JsonArray ?? []).Where(rule => rule!["from"] is null).Select(rule => (Of(policy), rule!["ports"]!.ToJsonString())));

        Assert.Equal([("edge", """[{"port":8443,"protocol":"TCP"}]""")], open);
    }

    [Fact]
    public void A_server_is_reached_by_who_keeps_something_there()
    {
        Assert.Equal(["access", "channels", "identity", "incidents", "movements", "release"], Reaching("postgres"));
        Assert.Equal(["access", "channels", "identity", "incidents", "movements", "realtime", "release"], Reaching("rabbitmq"));
        Assert.Equal(["access", "channels", "identity", "incidents", "movements", "realtime", "release"], Reaching("redis"));
    }

    [Fact]
    public void Providers_of_sign_in_are_reached_by_identity_alone_which_alone_has_their_settings()
    {
        Assert.Equal(["identity"], Reaching(Chart.Values["signIn"]!));
        Assert.Equal(
            ["identity"],
            Chart.Workloads.Keys.Where(workload => Chart.Pod(workload)["containers"]!.AsArray().Any(container => container!["envFrom"] is not null)));
        Assert.Equal("contactgroup-sign-in", Chart.Pod("identity")["containers"]![0]!["envFrom"]![0]!["secretRef"]!["name"]!.ToString());
    }

    private static List<string> Reaching(string server) => Reaching(Chart.Values["servers"]![server]!);

    private static List<string> Reaching(JsonNode where) => [.. Policies
        .Where(policy => (policy["spec"]!["egress"] as JsonArray ?? []).Any(rule =>
            rule!["to"]!.AsArray().Any(to => to!["ipBlock"]?["cidr"]?.ToString() == where["cidr"]!.ToString())
            && (long)rule["ports"]![0]!["port"]! == (long)where["port"]!))
        .Select(Of).Order(StringComparer.Ordinal)];

    private static IEnumerable<(string From, string To)> Pairs(string direction, string side, Func<string, string, (string, string)> pair) =>
        from policy in Policies
        from rule in policy["spec"]![direction] as JsonArray ?? []
        from peer in rule![side] as JsonArray ?? []
        where peer["podSelector"] is not null
        from other in Chart.Selected(peer["podSelector"]!["matchLabels"])
        select pair(Of(policy), other);

    private static string Of(JsonNode policy) => Assert.Single(Chart.Selected(policy["spec"]!["podSelector"]!["matchLabels"]));
}
