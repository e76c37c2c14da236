using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactGroup.Cli.Commands;

/// <summary>An option that takes a number with a point before its decimals. INVARIANT: a comma is refused and never dropped: it would make ten times as much of it, or a thousandth.</summary>
internal sealed class NumberOption(string name, string description)
{
    private readonly Option<string?> option = new(name) { Description = description, HelpName = "number" };

    public Option Option => option;

    /// <summary>What was given; null for nothing.</summary>
    /// <exception cref="CliException">It is no number.</exception>
    public JsonNode? Read(Invocation run) => run.Get(option) is { } text ? JsonValue.Create(Number(text)) : null;

    private double Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new CliException(ExitCode.Usage, $"{option.Name} takes a number, not '{text}'.", "Use digits, and a point before decimals: 12.5");
}
