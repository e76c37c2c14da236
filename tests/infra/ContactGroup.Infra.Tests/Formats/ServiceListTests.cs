using System.Text.RegularExpressions;

namespace ContactGroup.Infra.Tests.Formats;

/// <summary>A service that is added has to be added to every list of services: one that a backup does not know is lost with its disk.</summary>
public sealed class ServiceListTests
{
    private static readonly IReadOnlyList<string> Services = [.. Directory.GetDirectories(Repository.Path("services"))
        .Where(folder => Directory.GetDirectories(folder, "*.Host").Length > 0).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static readonly IReadOnlyList<string> Stores = [.. Services
        .Where(service => Directory.GetDirectories(Repository.Path($"services/{service}"), "Migrations", SearchOption.AllDirectories).Length > 0)];

    [Theory]
    [InlineData("infra/backup/backup", @"^stores=\((?<all>.+)\)$")]
    [InlineData("infra/backup/restore", @"^stores=\((?<all>.+)\)$")]
    [InlineData("infra/postgres/accounts", @"^services=\((?<all>.+)\)$")]
    public void Every_store_is_backed_up_restored_and_given_an_account(string file, string list) => Assert.Equal(Stores, Listed(file, list));

    [Theory]
    [InlineData("infra/rabbitmq/accounts", @"^services=\((?<all>.+)\)$")]
    [InlineData("infra/local/run", @"^    for service in (?<all>.+); do$")]
    [InlineData("infra/local/run", @"^    for name in (?<all>[a-z ]+); do$")]
    [InlineData("infra/local/run", @" BUS_PASSWORD_\{(?<all>.+)\}; do$")]
    public void Every_service_is_given_an_account_at_the_broker_and_started(string file, string list) => Assert.Equal(Services, Listed(file, list));

    [Fact]
    public void Somebody_hears_of_it_when_any_service_is_missing() => Assert.Equal(
        Services,
        Regex.Matches(Repository.Text("infra/observability/alerts.yaml"), @"absent\(\w+\{job=""contactgroup/(?<all>\w+)""\}\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["all"].Value).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Listed(string file, string list) =>
        Assert.Single(Regex.Matches(Repository.Text(file), list, RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Groups["all"].Value.Split([' ', ',']).Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal);
}
