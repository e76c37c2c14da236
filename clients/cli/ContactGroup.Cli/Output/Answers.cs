using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ContactGroup.Cli.Output;

/// <summary>
/// What a command says: tables and sentences for people, or one JSON object of one shape for machines:
/// <c>{"ok":true,"kind":…,"data":…}</c> or <c>{"ok":false,"error":{"code","sentence","remedy","fields"}}</c>.
/// </summary>
internal sealed class Answers(Surroundings around, bool json)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public bool IsJson => json;

    /// <summary>Says <paramref name="data"/> to a machine, or has <paramref name="people"/> say it to a person.</summary>
    public ExitCode Give<T>(string kind, T data, Action<Answers> people, ExitCode exit = ExitCode.Ok)
    {
        if (json)
        {
            around.Out.WriteLine(JsonSerializer.Serialize(new { ok = exit is ExitCode.Ok, kind, data }, Options));
        }
        else
        {
            people(this);
        }

        return exit;
    }

    public ExitCode Refuse(CliException refusal)
    {
        if (json)
        {
            var error = new { refusal.Code, Sentence = refusal.Message, refusal.Remedy, refusal.Fields };
            around.Out.WriteLine(JsonSerializer.Serialize(new { ok = false, error }, Options));
        }

        around.Error.WriteLine("contactgroup: " + Plain.Text(refusal.Message));
        foreach (var (field, sentences) in refusal.Fields)
        {
            around.Error.WriteLine($"  {Plain.Text(field)}: {Plain.Text(string.Join(' ', sentences))}");
        }

        around.Error.WriteLine("  " + Plain.Text(refusal.Remedy));
        return refusal.Exit;
    }

    public void Line(string text = "") => around.Out.WriteLine(Plain.Text(text));

    /// <summary>Goes to standard error, so that it never mixes with what a script reads.</summary>
    public void Note(string text) => around.Error.WriteLine(Plain.Text(text));

    public void Table(string[] columns, IEnumerable<string?[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)) { NoWrap = column is "ID" or "REFERENCE" });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(Plain.Text(cell))));
        }

        Write(table);
    }

    /// <summary>Names and values, one pair to a line.</summary>
    public void Pairs(IEnumerable<(string Name, string? Value)> pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach (var (name, value) in pairs.Where(p => !string.IsNullOrEmpty(p.Value)))
        {
            grid.AddRow(new Text(name), new Text(Plain.Text(value)));
        }

        Write(grid);
    }

    // Tables are padded to their width, which in a file or pipe is noise at the end of every line.
    private void Write(IRenderable drawn)
    {
        if (around.OutIsTerminal)
        {
            around.Console(around.Out, isTerminal: true).Write(drawn);
            return;
        }

        var text = new StringWriter { NewLine = "\n" };
        around.Console(text, isTerminal: false).Write(drawn);
        foreach (var line in text.ToString().TrimEnd().Split('\n'))
        {
            around.Out.WriteLine(line.TrimEnd());
        }
    }
}
