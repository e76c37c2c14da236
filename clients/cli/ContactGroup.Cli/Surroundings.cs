using Spectre.Console;

namespace ContactGroup.Cli;

/// <summary>Everything a command touches outside itself, so that a test can stand in for a terminal.</summary>
internal sealed record Surroundings
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>A person watches standard output: colours and tables of its width. Progress needs standard error to be watched too.</summary>
    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>A person can be asked.</summary>
    public bool InIsTerminal { get; init; }

    public required Func<HttpMessageHandler> Network { get; init; }

    public static Surroundings OfThisProcess()
    {
        System.Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Surroundings
        {
            Out = System.Console.Out,
            Error = System.Console.Error,
            In = System.Console.In,
            Variable = Environment.GetEnvironmentVariable,
            Clock = TimeProvider.System,
            OutIsTerminal = !System.Console.IsOutputRedirected,
            ErrorIsTerminal = !System.Console.IsErrorRedirected,
            InIsTerminal = !System.Console.IsInputRedirected,
            Network = () => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) },
        };
    }

    /// <summary>Asks for a line that the terminal does not show.</summary>
    public string AskSecret(string question) => this.Console(Error, ErrorIsTerminal).Prompt(new TextPrompt<string>(question) { IsSecret = true });

    /// <summary>Asks for a line.</summary>
    public string Ask(string question)
    {
        Error.Write(question + " ");
        return In.ReadLine()?.Trim() ?? string.Empty;
    }

    public IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
        var plain = !isTerminal || Variable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isTerminal && InIsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = 160;
        }

        return console;
    }
}
