using System.Text.Json.Nodes;
using ContactGroup.Infra.Tests.Compose;
using ContactGroup.Infra.Tests.Formats;

namespace ContactGroup.Infra.Tests.Observability;

/// <summary>That the files fit each other. That what they look at is measured is a test of the architecture, which has every meter at hand.</summary>
public sealed class ObservabilityFilesTests
{
    private const string Folder = "infra/observability/";

    private static readonly IReadOnlyList<JsonNode> Alerts =
        [.. Yaml.Read(Repository.Text(Folder + "alerts.yaml"))["groups"]!.AsArray().SelectMany(group => group!["rules"]!.AsArray()).Select(rule => rule!)];

    [Fact]
    public void The_collector_takes_measurements_where_services_send_them_and_nothing_else()
    {
        var collector = Yaml.Read(Repository.Text(Folder + "collector.yaml"));

        Assert.Equal(["metrics"], collector["service"]!["pipelines"].Members().Select(pipeline => pipeline.Key));
        Assert.EndsWith(":4318", collector["receivers"]!["otlp"]!["protocols"]!["http"]!["endpoint"]!.ToString(), StringComparison.Ordinal);
        foreach (var part in (string[])["receivers", "processors", "exporters"])
        {
            Assert.Equal(collector[part].Members().Select(one => one.Key), collector["service"]!["pipelines"]!["metrics"]![part].Texts());
        }
    }

    [Fact]
    public void Prometheus_asks_the_collector_and_reads_the_alerts()
    {
        var prometheus = Yaml.Read(Repository.Text(Folder + "prometheus.yaml"));
        var exporter = Yaml.Read(Repository.Text(Folder + "collector.yaml"))["exporters"]!["prometheus"]!["endpoint"]!.ToString();
        var scraped = Assert.Single(prometheus["scrape_configs"]!.AsArray())!;

        Assert.Equal($"collector:{exporter.Split(':')[1]}", scraped["static_configs"]![0]!["targets"]![0]!.ToString());
        Assert.Contains(ComposeFile.Services["prometheus"]["volumes"].Texts(), volume => volume == $"./{Folder}alerts.yaml:{prometheus["rule_files"]![0]}:ro");
    }

    [Fact]
    public void Every_alert_says_what_is_wrong_and_has_a_place_that_says_what_to_do()
    {
        var page = Repository.Text("docs/operate/watch.md");

        Assert.All(Alerts, alert =>
        {
            Assert.NotEmpty(alert["expr"]!.ToString());
            Assert.Contains(alert["labels"]!["severity"]!.ToString(), (string[])["page", "ticket"]);
            Assert.NotEmpty(alert["annotations"]!["summary"]!.ToString());
            Assert.Contains($"| `{alert["alert"]}` |", page, StringComparison.Ordinal);
        });
        Assert.Equal(Alerts.Count, Alerts.Select(alert => alert["alert"]!.ToString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_panel_has_a_title_an_explanation_and_the_source_that_is_provisioned()
    {
        var source = Yaml.Read(Repository.Text(Folder + "grafana/provisioning/datasources/prometheus.yaml"))["datasources"]![0]!["uid"]!.ToString();
        var dashboard = JsonNode.Parse(Repository.Text(Folder + "grafana/dashboards/contactgroup.json"))!;

        Assert.All(dashboard["panels"]!.AsArray(), panel =>
        {
            Assert.NotEmpty(panel!["title"]!.ToString());
            Assert.NotEmpty(panel["description"]!.ToString());
            Assert.Equal(source, panel["datasource"]!["uid"]!.ToString());
            Assert.All(panel["targets"]!.AsArray(), target => Assert.NotEmpty(target!["expr"]!.ToString()));
        });
    }
}
