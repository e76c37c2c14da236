using System.Text.RegularExpressions;

namespace ContactGroup.Cli.Profiles;

/// <summary>Where profiles are kept: <c>CONTACTGROUP_CONFIG</c>, else <c>contactgroup</c> in the user's configuration folder.</summary>
internal sealed partial class ProfileFolder(string path)
{
    public string Path { get; } = path;

    public static ProfileFolder Find(Func<string, string?> variable)
    {
        if (variable("CONTACTGROUP_CONFIG") is { Length: > 0 } own)
        {
            return new ProfileFolder(System.IO.Path.GetFullPath(own));
        }

        var root = variable("XDG_CONFIG_HOME") is { Length: > 0 } xdg
            ? xdg
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return new ProfileFolder(System.IO.Path.Combine(root, "contactgroup"));
    }

    public string FileOf(string profile) => Name().IsMatch(profile)
        ? System.IO.Path.Combine(Path, profile + ".json")
        : throw new CliException(ExitCode.Usage, $"'{profile}' cannot be a profile's name.", "Use 1 to 40 letters, digits, '-' or '_'.");

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Name();
}
