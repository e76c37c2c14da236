using System.Reflection;
using System.Text.RegularExpressions;

namespace ContactGroup.Architecture.Tests;

/// <summary>Invariant 6, at its root: no log template has a place for content.</summary>
public sealed partial class LogTests
{
    private static readonly HashSet<string> Content = new(StringComparer.OrdinalIgnoreCase)
    {
        "body", "text", "subject", "content", "title", "summary", "narrative", "message", "value", "fields", "view", "name", "displayName", "password", "token", "code", "query", "payload",
    };

    private static readonly IReadOnlyList<(Type Type, string Template)> Lines =
    [
        .. Product.All.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message)
                .OfType<string>()
                .Select(template => (type, template))),
    ];

    [Fact]
    public void No_log_template_names_content()
    {
        var named = Lines.SelectMany(line => Placeholder().Matches(line.Template).Select(match => (line.Type, Name: match.Groups["name"].Value)))
            .Where(place => Content.Contains(place.Name))
            .Select(place => $"{place.Type.Name}: {{{place.Name}}}");

        Assert.NotEmpty(Lines);
        Assert.Empty(named);
    }

    [Fact]
    public void Log_lines_are_made_by_source_generation_alone()
    {
        string[] loose = ["Microsoft.Extensions.Logging.LoggerExtensions"];

        var users = Product.ModuleAssemblies.Append(Product.Hosting).Where(assembly => TypeReferences.Of(assembly).Intersect(loose, StringComparer.Ordinal).Any());

        Assert.Empty(users);
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
