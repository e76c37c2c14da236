using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using ContactGroup.Cli.Tests.Fake;

namespace ContactGroup.Cli.Tests;

/// <summary><c>docs/reference/cli.md</c> is written from the command tree; run with <c>UPDATE_APPROVED=1</c> to write it anew.</summary>
public sealed class ReferenceTests
{
    private static readonly string Page = Path.Combine(
        typeof(ReferenceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!, "docs", "reference", "cli.md");

    private static readonly (ExitCode Code, string Meaning)[] Meanings =
    [
        (ExitCode.Ok, "Done."),
        (ExitCode.Refused, "The server, or a check, refused; nothing was stored."),
        (ExitCode.Usage, "The command line itself is wrong."),
        (ExitCode.NotSignedIn, "Nobody is signed in, or sign-in was refused."),
        (ExitCode.NotFound, "Absent, or not visible to you: the answer is the same on purpose."),
        (ExitCode.Unreachable, "No answer from the server."),
        (ExitCode.PartlyImported, "Some records went in, others did not; the answer names them."),
    ];

    [Fact]
    public async Task The_page_shows_the_command_line_as_it_is()
    {
        using var terminal = new Terminal();
        var (root, _) = CommandTree.Build(Surroundings.OfThisProcess());
        var expected = Write(root);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") is "1")
        {
            await File.WriteAllTextAsync(Page, expected);
        }

        Assert.Equal(expected, await File.ReadAllTextAsync(Page));
    }

    [Fact]
    public void Every_exit_code_has_a_meaning() => Assert.Equal(Enum.GetValues<ExitCode>(), Meanings.Select(m => m.Code));

    private static string Write(RootCommand root)
    {
        var page = new StringBuilder();
        page.Append("""
            # The command line, `contactgroup`

            Written from the command tree by a test (`tests/cli`); run it with `UPDATE_APPROVED=1` to write this page anew.

            ## Exit codes

            | code | meaning |
            |---|---|

            """);
        foreach (var (code, meaning) in Meanings)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {(int)code} | {meaning} |\n");
        }

        page.Append("""

            ## What it says

            People get sentences and tables on standard output; notes, progress and errors go to standard error. An error is a sentence and a remedy.
            With `--json` every command gives one JSON object of one shape, `watch` one to a line:

            ```json
            {"ok":true,"kind":"receipt","data":{"item":"…","reference":"SIR-7K3M-Q2XD","version":1,"existing":false}}
            {"ok":false,"error":{"code":"CG-1002","sentence":"…","remedy":"…","fields":{"category":["…"]}}}
            ```

            Channels and contact groups may be given by name, items by reference such as `SIR-7K3M-Q2XD`, all of them by id. Text of other people is
            stripped of whatever would steer a terminal.

            ## Environment

            | variable | meaning |
            |---|---|
            | `CONTACTGROUP_URL` | Address of the server. |
            | `CONTACTGROUP_PROFILE` | Profile to use, so that several terminals can be several people. |
            | `CONTACTGROUP_CONFIG` | Folder of the profiles. Default: `contactgroup` in `$XDG_CONFIG_HOME`, else in the user's configuration folder. |
            | `NO_COLOR` | No colours. |

            A profile is a file that only its owner can read. It holds the session's tokens, which are sent to the server that gave them and to no other.

            ## Options of every command


            """);
        Options(page, root.Options.Where(o => o.Recursive && o.Name is not "--help"));
        foreach (var command in root.Subcommands)
        {
            Command(page, command, "contactgroup");
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static void Command(StringBuilder page, Command command, string path)
    {
        var here = $"{path} {command.Name}";
        foreach (var member in command.Subcommands)
        {
            Command(page, member, here);
        }

        if (command.Action is null)
        {
            return;
        }

        var arguments = command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $" [{a.Name}]" : $" {a.Name}");
        page.Append(CultureInfo.InvariantCulture, $"\n## `{here}{string.Concat(arguments)}`\n\n{command.Description}\n\n");
        foreach (var argument in command.Arguments)
        {
            page.Append(CultureInfo.InvariantCulture, $"- `{argument.Name}`: {argument.Description}\n");
        }

        if (command.Options.Any(o => !o.Hidden))
        {
            page.Append(command.Arguments.Count > 0 ? "\n" : string.Empty);
            Options(page, command.Options);
        }
    }

    private static void Options(StringBuilder page, IEnumerable<Option> options)
    {
        page.Append("| option | |\n|---|---|\n");
        foreach (var option in options.Where(o => !o.Hidden))
        {
            var names = string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Prepend(option.Name));
            var value = option.HelpName is { } help ? $" <{help.Replace("|", "\\|", StringComparison.Ordinal)}>" : string.Empty;
            page.Append(CultureInfo.InvariantCulture, $"| `{names}{value}` | {option.Description}{(option.Required ? " Needed." : string.Empty)} |\n");
        }
    }
}
