using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ContactGroup.Access;
using ContactGroup.Channels;
using ContactGroup.Hosting.Authentication;
using ContactGroup.Hosting.Bus;
using ContactGroup.Hosting.Health;
using ContactGroup.Hosting.Options;
using ContactGroup.Hosting.Ports;
using ContactGroup.Hosting.Telemetry;
using ContactGroup.Hosting.Web;
using ContactGroup.Identity;
using ContactGroup.Incidents;
using ContactGroup.Movements;
using ContactGroup.Realtime;
using ContactGroup.Release;
using ContactGroup.Standalone;
using ContactGroup.Testing;

namespace ContactGroup.Architecture.Tests.Docs;

public sealed partial class ConfigurationPageTests
{
    [Fact]
    public void The_page_of_configuration_says_what_the_options_say()
    {
        var page = new StringBuilder("""
            # Configuration

            Every setting, from the options classes. Give one as `--Section:Key=value`, as environment variable `Section__Key=value`, or in a settings
            file. A process with a key that does not exist, or with a value out of range, does not start and names the key. Written by a test; do not edit.

            """);
        foreach (var section in Sections())
        {
            page.Append("\n## ").Append(section.Key).Append("\n\n| key | value | what it does |\n|---|---|---|\n");
            foreach (var (key, property) in section.SelectMany(one => SettingsOf(one.Section, one.Options)))
            {
                page.Append("| `").Append(key).Append("` | ").Append(Doc(property, "value"))
                    .Append(" | ").Append(Doc(property, "summary")).Append(" |\n");
            }
        }

        Assert.Null(ApprovedPage.Difference("configuration.md", page.ToString()));
    }

    [Fact]
    public void Every_setting_says_what_it_does_and_what_it_may_be()
    {
        var silent = Sections().SelectMany(section => section).SelectMany(section => SettingsOf(section.Section, section.Options)).Select(setting => setting.Property)
            .Where(property => Doc(property, "summary").Length == 0 || !Doc(property, "value").Contains("Default", StringComparison.Ordinal))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

        Assert.Empty(silent);
    }

    private static IEnumerable<IGrouping<string, CheckedSection>> Sections()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services.AddProblemEdge().AddSessionAuthentication().AddHealth()
            .AddIdentity().AddChannels(configuration).AddIncidents(configuration).AddMovements().AddAccess().AddRelease(configuration).AddRealtime(configuration).AddPorts().AddTelemetry(configuration).AddBus(configuration).AddWebClient();
        return services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance).OfType<CheckedSection>()
            .GroupBy(section => section.Section, StringComparer.Ordinal).OrderBy(section => section.Key, StringComparer.Ordinal);
    }

    // The entries of a list are numbered from 0.
    private static IEnumerable<(string Key, PropertyInfo Property)> SettingsOf(string section, Type options) =>
        from property in options.GetProperties().Where(IsSetting)
        let key = $"{section}:{property.Name}"
        from setting in EntryOf(property) is { } entry ? SettingsOf($"{key}:0", entry).Prepend((key, property)) : [(key, property)]
        select setting;

    private static Type? EntryOf(PropertyInfo list) =>
        list.PropertyType.IsGenericType && list.PropertyType.GetGenericArguments()[0] is { IsClass: true } entry && entry != typeof(string) ? entry : null;

    private static bool IsSetting(PropertyInfo property) => property.CanWrite || property.PropertyType.IsGenericType;

    private static string Doc(PropertyInfo property, string element)
    {
        var path = Path.ChangeExtension(property.DeclaringType!.Assembly.Location, ".xml");
        var name = $"P:{property.DeclaringType.FullName}.{property.Name}";
        var member = XDocument.Load(path).Descendants("member").FirstOrDefault(one => one.Attribute("name")?.Value == name);
        var text = string.Concat(member?.Element(element)?.Nodes().Select(node => node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`" : node.ToString()) ?? []);
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
