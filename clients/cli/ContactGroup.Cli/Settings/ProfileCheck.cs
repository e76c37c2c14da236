using System.Net;
using ContactGroup.Client;

namespace ContactGroup.Cli.Settings;

/// <summary>Looks at the profile's file, the address, the way to the server and the session.</summary>
internal sealed class ProfileCheck(Invocation run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var address = await run.AddressAsync(cancellationToken);
        var findings = new List<Finding> { File(), Address(address) };
        var ready = await ReadyAsync(address, cancellationToken);
        findings.Add(ready);
        findings.Add(ready.State is FindingState.Good ? await SessionAsync(cancellationToken) : new Finding(FindingState.Doubtful, "session", "not asked: the server is not ready"));
        return findings;
    }

    private Finding File()
    {
        var file = run.ProfileFile();
        return (System.IO.File.Exists(file.Path), file.ExposedTo()) switch
        {
            (false, _) => new Finding(FindingState.Doubtful, "profile", $"{file.Path}: not there yet", "Sign in: contactgroup login"),
            (true, null) => new Finding(FindingState.Good, "profile", $"{file.Path}, for you only"),
            (true, { } mode) => new Finding(FindingState.Wrong, "profile", $"{file.Path} can be read by others ({mode})", $"chmod 600 {file.Path}", ExitCode.Refused),
        };
    }

    private static Finding Address(Uri address) => address.Scheme is "https" || address.IsLoopback
        ? new Finding(FindingState.Good, "address", address.ToString())
        : new Finding(FindingState.Wrong, "address", $"{address} is not encrypted", "Use https, so that nobody reads passwords and content on the way.", ExitCode.Refused);

    private async Task<Finding> ReadyAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(run.Around.Network()) { Timeout = Patience };
        var health = new Uri(new Uri(address.AbsoluteUri.TrimEnd('/') + "/"), "health/ready");
        try
        {
            using var answer = await http.GetAsync(health, cancellationToken);
            return answer.StatusCode is HttpStatusCode.OK
                ? new Finding(FindingState.Good, "server", "ready")
                : new Finding(FindingState.Wrong, "server", $"answers {(int)answer.StatusCode} at {health}", "Look at the server's log; wait if it is starting.", ExitCode.Unreachable);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Finding(FindingState.Wrong, "server", $"no answer at {health}", "Start the server, or give its address with --url or CONTACTGROUP_URL.", ExitCode.Unreachable);
        }
    }

    private async Task<Finding> SessionAsync(CancellationToken cancellationToken)
    {
        try
        {
            var me = await (await run.ClientAsync(cancellationToken)).GetMeAsync(cancellationToken);
            return new Finding(FindingState.Good, "session", $"signed in as {me.Person.DisplayName}");
        }
        catch (ContactGroupException refusal) when (refusal.Code is ErrorCodes.NotSignedIn)
        {
            return new Finding(FindingState.Doubtful, "session", "not signed in", "Sign in: contactgroup login");
        }
    }
}
