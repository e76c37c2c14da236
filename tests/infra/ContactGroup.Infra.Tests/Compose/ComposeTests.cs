using System.Text.Json.Nodes;
using ContactGroup.Infra.Tests.Formats;
using ContactGroup.Infra.Tests.Images;

namespace ContactGroup.Infra.Tests.Compose;

public sealed class ComposeTests
{
    private static readonly string[] Stores = ["database", "broker", "cache"];

    public static TheoryData<string> Services => [.. ComposeFile.Services.Keys];

    [Fact]
    public void It_keeps_to_the_schema_of_compose()
    {
        Assert.Empty(Faults(ComposeFile.Document));
    }

    [Fact]
    public void A_misspelt_key_would_be_noticed()
    {
        var misspelt = (JsonObject)ComposeFile.Document.DeepClone();
        misspelt["services"]!["identity"]!["read_onyl"] = true;

        Assert.Contains(Faults(misspelt), fault => fault.Contains("read_onyl", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_container_has_no_rights_and_writes_nowhere_but_where_it_was_given_a_place(string name)
    {
        var service = ComposeFile.Services[name];

        Assert.True((bool?)service["read_only"], "read_only");
        Assert.Equal(["ALL"], service["cap_drop"].Texts());
        Assert.Contains("no-new-privileges:true", service["security_opt"].Texts());
        Assert.Matches("^[1-9][0-9]*:[1-9][0-9]*$", service["user"]!.ToString());
        Assert.All((string[])["cap_add", "privileged", "network_mode", "pid", "ipc", "userns_mode", "devices"], key => Assert.Null(service[key]));
        Assert.DoesNotContain(service["volumes"].Texts(), volume => volume.Contains("docker.sock", StringComparison.Ordinal));
        Assert.Matches(@":v?[0-9][0-9.]*[a-z0-9.-]*$", service["image"]!.ToString());
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void What_is_mounted_from_the_project_cannot_be_written_and_is_there(string name)
    {
        var mounted = ComposeFile.Services[name]["volumes"].Texts().Where(volume => volume.StartsWith("./", StringComparison.Ordinal)).ToList();

        Assert.All(mounted, volume => Assert.EndsWith(":ro", volume, StringComparison.Ordinal));
        Assert.All(
            mounted.Select(volume => volume.Split(':')[0]).Where(path => !path.StartsWith("./tls/", StringComparison.Ordinal)),
            path => Assert.True(Path.Exists(Repository.Path(path)), path));
    }

    [Fact]
    public void Only_the_edge_is_open_to_others()
    {
        var open = ComposeFile.Services.Where(service => service.Value["ports"].Texts().Any(port => !port.StartsWith("127.0.0.1:", StringComparison.Ordinal))).Select(service => service.Key);
        var leadOutside = ComposeFile.Document["networks"].Members().Where(network => (bool?)network.Value?["internal"] != true).Select(network => network.Key);

        Assert.Equal(["edge"], open);
        Assert.Equal(["edge", "operators", "providers"], leadOutside);
        Assert.Equal(["edge"], OnNetwork("edge"));
        Assert.Equal(["grafana"], OnNetwork("operators"));
        Assert.Equal(["identity"], OnNetwork("providers"));
    }

    [Fact]
    public void A_store_is_reached_by_who_needs_it_and_nobody_else()
    {
        Assert.Equal(["identity", "channels", "incidents", "movements", "access", "release", "postgres", "postgres-accounts"], OnNetwork("database"));
        Assert.Equal(["identity", "channels", "incidents", "movements", "access", "release", "realtime-1", "realtime-2", "rabbitmq", "rabbitmq-accounts"], OnNetwork("broker"));
        Assert.Equal(["identity", "channels", "incidents", "movements", "access", "release", "realtime-1", "realtime-2", "redis"], OnNetwork("cache"));
        Assert.All((string[])["edge", "collector", "prometheus", "grafana"], name => Assert.Empty(Networks(name).Intersect(Stores, StringComparer.Ordinal)));
    }

    [Fact]
    public void No_secret_has_a_default_and_each_service_is_given_its_own_alone()
    {
        Assert.All(ComposeFile.Variables.Where(variable => variable.Name.Contains("PASSWORD", StringComparison.Ordinal)), variable => Assert.Equal(":?", variable.Form));
        foreach (var name in (string[])["identity", "channels", "incidents", "movements", "access", "release"])
        {
            var said = ComposeFile.Services[name]["environment"]!.ToJsonString();
            var passwords = ComposeFile.Variables.Select(variable => variable.Name).Distinct(StringComparer.Ordinal)
                .Where(variable => variable.Contains("PASSWORD", StringComparison.Ordinal) && said.Contains("{" + variable + ":", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

            Assert.Equal([$"CONTACTGROUP_BUS_PASSWORD_{name.ToUpperInvariant()}", $"CONTACTGROUP_PASSWORD_{name.ToUpperInvariant()}", "CONTACTGROUP_REDIS_PASSWORD"], passwords);
        }
    }

    [Fact]
    public void Each_realtime_has_a_name_and_an_address_of_its_own()
    {
        foreach (var name in (string[])["realtime-1", "realtime-2"])
        {
            var environment = ComposeFile.Environment(name, new Dictionary<string, string>(StringComparer.Ordinal));

            Assert.Equal(name, environment["Bus__Node"]);
            Assert.Equal($"http://{name}:8080", environment["Ports__Self"]);
        }
    }

    [Fact]
    public void Every_service_is_built_by_a_target_of_the_one_dockerfile()
    {
        foreach (var service in ComposeFile.Services.Values.Where(ComposeFile.IsOurs))
        {
            var build = service["build"]!;

            Assert.Equal("infra/docker/Dockerfile", build["dockerfile"]!.ToString());
            Assert.Contains(build["target"]!.ToString(), Dockerfile.Stages.Select(stage => stage.Name));
            Assert.Equal($"contactgroup/{build["target"]}:{Version()}", service["image"]!.ToString());
        }
    }

    private static IReadOnlyList<string> Faults(JsonObject document)
    {
        // The name of the whole is younger than the schema at hand.
        var known = (JsonObject)document.DeepClone();
        known.Remove("name");
        return Schemas.Faults("tests/infra/ContactGroup.Infra.Tests/Schemas/compose-spec.json", known);
    }

    private static string Version() => System.Xml.Linq.XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").Single().Value;

    private static IReadOnlyList<string> Networks(string service) => ComposeFile.Services[service]["networks"].Texts();

    private static IEnumerable<string> OnNetwork(string network) => ComposeFile.Services.Keys.Where(name => Networks(name).Contains(network, StringComparer.Ordinal));
}
