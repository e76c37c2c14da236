using System.Text;

namespace ContactGroup.Cli.Commands;

/// <summary>Text given on the command line, or on standard input when it is <c>-</c>.</summary>
internal static class TextArgument
{
    // Four times what the server takes: enough to let the server say so, not enough to fill the memory.
    private const int Limit = 32_000;

    public static async Task<string> ReadAsync(Invocation run, string text, CancellationToken cancellationToken)
    {
        if (text is not "-")
        {
            return text;
        }

        var read = new StringBuilder();
        var buffer = new char[4096];
        int got;
        while ((got = await run.Around.In.ReadAsync(buffer, cancellationToken)) > 0)
        {
            read.Append(buffer, 0, got);
            if (read.Length > Limit)
            {
                throw new CliException(ExitCode.Refused, "The text on standard input is far too long.", "A message is 1 to 8,000 characters.");
            }
        }

        return read.ToString().TrimEnd('\r', '\n');
    }
}
