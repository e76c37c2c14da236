using ContactGroup.Infra.Tests.Images;
using ContactGroup.Testing;

namespace ContactGroup.Infra.Tests.Compose;

public sealed class PrepareTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_makes_every_secret_that_compose_asks_for_and_none_twice()
    {
        await Prepared.MakeAsync(folder.Path);

        var secrets = Prepared.Secrets(folder.Path);

        Assert.Equal(
            ComposeFile.Variables.Where(variable => variable.Form == ":?").Select(variable => variable.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            secrets.Keys.Order(StringComparer.Ordinal));
        Assert.All(secrets.Values, secret => Assert.Matches("^[0-9a-f]{48}$", secret));
        Assert.Equal(secrets.Count, secrets.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_is_there_stays()
    {
        await Prepared.MakeAsync(folder.Path);
        var (secrets, key) = (Prepared.Secrets(folder.Path), await File.ReadAllTextAsync(Path.Combine(folder.Path, "tls/tls.key")));

        await Prepared.MakeAsync(folder.Path);

        Assert.Equal(secrets, Prepared.Secrets(folder.Path));
        Assert.Equal(key, await File.ReadAllTextAsync(Path.Combine(folder.Path, "tls/tls.key")));
    }

    [Fact]
    public async Task What_came_with_an_upgrade_is_added_to_what_somebody_wrote()
    {
        await Prepared.MakeAsync(folder.Path);
        var all = Prepared.Secrets(folder.Path);
        var before = all.Where(secret => !secret.Key.EndsWith("_ACCESS", StringComparison.Ordinal)).Append(new("CONTACTGROUP_PORT", "8443")).ToList();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, ".env"), string.Join('\n', before.Select(secret => $"{secret.Key}={secret.Value}")));

        await Prepared.MakeAsync(folder.Path);

        var after = Prepared.Secrets(folder.Path);
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(["CONTACTGROUP_BUS_PASSWORD_ACCESS", "CONTACTGROUP_PASSWORD_ACCESS"], after.Skip(before.Count).Select(secret => secret.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_else_of_the_machine_reads_them()
    {
        await Prepared.MakeAsync(folder.Path);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, ".env")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(folder.Path, "tls")));
    }
}
