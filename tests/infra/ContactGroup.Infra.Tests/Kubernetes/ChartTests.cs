using System.Text.Json.Nodes;
using ContactGroup.Infra.Tests.Compose;
using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Kubernetes;

public sealed class ChartTests
{
    public static TheoryData<string> Workloads => [.. Chart.Workloads.Keys];

    [Fact]
    public void It_says_what_it_is()
    {
        var chart = Yaml.Read(Repository.Text(Chart.Folder + "Chart.yaml"));

        Assert.Equal("v2", chart["apiVersion"]!.ToString());
        Assert.Equal(Chart.Defaults["image"]!["tag"]!.ToString(), chart["appVersion"]!.ToString());
        Assert.All(Chart.Objects, one => Assert.All((string[])["apiVersion", "kind", "metadata"], key => Assert.NotNull(one[key])));
        Assert.Equal(Chart.Objects.Count, Chart.Objects.Select(one => $"{one["kind"]} {one["metadata"]!["name"]}").Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("{{", Chart.Render(Repository.Path(Chart.Folder + "templates/NOTES.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_keep_to_their_schema_and_what_has_to_be_given_has_no_default()
    {
        Assert.Empty(Schemas.Faults(Chart.Schema, Chart.Values));
        Assert.NotEmpty(Schemas.Faults(Chart.Schema, Chart.Defaults));
    }

    [Theory]
    [InlineData("services/identity/replicas", "2")]
    [InlineData("services/channels/replicas", "2")]
    [InlineData("services/release/strategy", "\"RollingUpdate\"")]
    [InlineData("image/tag", "\"latest\"")]
    [InlineData("edge/tlsSecret", "\"\"")]
    [InlineData("edge/replica", "2")]
    [InlineData("signIn/cidr", "\"\"")]
    public void A_value_that_would_do_harm_is_refused(string path, string value)
    {
        var values = (JsonObject)Chart.Values.DeepClone();
        var steps = path.Split('/');
        steps.SkipLast(1).Aggregate((JsonNode)values, (node, step) => node[step]!)[steps[^1]] = JsonNode.Parse(value);

        Assert.NotEmpty(Schemas.Faults(Chart.Schema, values));
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public void A_pod_has_no_rights_and_writes_nowhere_but_where_it_was_given_a_place(string workload)
    {
        var pod = Chart.Pod(workload);

        Assert.False((bool)pod["automountServiceAccountToken"]!);
        Assert.True((bool)pod["securityContext"]!["runAsNonRoot"]!);
        Assert.Equal(10001, (long)pod["securityContext"]!["runAsUser"]!);
        Assert.Equal("RuntimeDefault", pod["securityContext"]!["seccompProfile"]!["type"]!.ToString());
        Assert.All((string[])["hostNetwork", "hostPID", "hostIPC"], key => Assert.Null(pod[key]));
        Assert.DoesNotContain(pod["volumes"]!.AsArray(), volume => volume!["hostPath"] is not null);
        Assert.All(Containers(pod), container =>
        {
            Assert.False((bool)container["securityContext"]!["allowPrivilegeEscalation"]!);
            Assert.True((bool)container["securityContext"]!["readOnlyRootFilesystem"]!);
            Assert.Equal(["ALL"], container["securityContext"]!["capabilities"]!["drop"].Texts());
            Assert.All((string[])["cpu", "memory"], amount => Assert.NotNull(container["resources"]!["limits"]![amount]));
            Assert.EndsWith(":" + Chart.Values["image"]!["tag"], container["image"]!.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public void A_pod_is_asked_whether_it_lives_and_whether_it_can_work(string workload)
    {
        var container = Chart.Pod(workload)["containers"]![0]!;

        Assert.Equal("/health/live", container["livenessProbe"]!["httpGet"]!["path"]!.ToString());
        Assert.Equal(workload == "edge" ? "/health/live" : "/health/ready", container["readinessProbe"]!["httpGet"]!["path"]!.ToString());
        Assert.NotNull(container["startupProbe"]);
        Assert.All(
            (string[])["livenessProbe", "readinessProbe", "startupProbe"],
            probe => Assert.Contains(container["ports"]!.AsArray(), port => port!["name"]!.ToString() == container[probe]!["httpGet"]!["port"]!.ToString()));
        Assert.All(
            container["volumeMounts"]!.AsArray(),
            mount => Assert.Contains(Chart.Pod(workload)["volumes"]!.AsArray(), volume => volume!["name"]!.ToString() == mount!["name"]!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Workloads))]
    public void Every_selector_selects(string workload)
    {
        Assert.Equal([workload], Chart.Selected(Chart.Workloads[workload]["spec"]!["selector"]!["matchLabels"]));
        Assert.Contains(Chart.Of("Service"), service => Chart.Selected(service["spec"]!["selector"]).SequenceEqual([workload]));
    }

    [Fact]
    public void Whatever_runs_several_times_is_never_disrupted_all_at_once()
    {
        var several = Chart.Workloads.Where(workload => (long?)workload.Value["spec"]!["replicas"] != 1).Select(workload => workload.Key).Order(StringComparer.Ordinal);

        var budgets = Chart.Of("PodDisruptionBudget").SelectMany(budget => Chart.Selected(budget["spec"]!["selector"]!["matchLabels"])).Order(StringComparer.Ordinal);

        Assert.Equal(several, budgets);
    }

    [Fact]
    public void Realtime_keeps_names_and_scales_slowly_down()
    {
        var set = Chart.Workloads["realtime"];
        var scaler = Assert.Single(Chart.Of("HorizontalPodAutoscaler"));
        var environment = Chart.Environment("realtime");

        Assert.Equal("StatefulSet", Chart.Kind(set));
        Assert.Null(set["spec"]!["replicas"]);
        Assert.Equal(set["metadata"]!["name"]!.ToString(), scaler["spec"]!["scaleTargetRef"]!["name"]!.ToString());
        Assert.Equal("$(POD_NAME)", environment["Bus__Node"]);
        Assert.Equal($"http://$(POD_NAME).{set["spec"]!["serviceName"]}:8080", environment["Ports__Self"]);
        Assert.Equal("None", Chart.Of("Service").Single(service => service["metadata"]!["name"]!.ToString() == set["spec"]!["serviceName"]!.ToString())["spec"]!["clusterIP"]!.ToString());
    }

    [Theory]
    [InlineData("identity", "identity")]
    [InlineData("channels", "channels")]
    [InlineData("incidents", "incidents")]
    [InlineData("movements", "movements")]
    [InlineData("access", "access")]
    [InlineData("release", "release")]
    [InlineData("realtime", "realtime-1")]
    public void A_pod_has_the_settings_that_the_container_of_compose_has(string workload, string service)
    {
        var there = ComposeFile.Environment(service, new Dictionary<string, string>(StringComparer.Ordinal)).Keys.Append("Bus__Node").Distinct(StringComparer.Ordinal);

        Assert.Equal(there.Order(StringComparer.Ordinal), Chart.Environment(workload).Keys.Where(name => name != "POD_NAME").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<JsonNode> Containers(JsonNode pod) =>
        (pod["initContainers"] as JsonArray ?? []).Concat(pod["containers"]!.AsArray()).Select(container => container!);
}
