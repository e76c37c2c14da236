using ContactGroup.Infra.Tests.Formats;
using ContactGroup.Infra.Tests.Images;

namespace ContactGroup.Infra.Tests.Compose;

public sealed class AccountsTests
{
    private const string Missing = "Set CONTACTGROUP_";

    [Theory]
    [InlineData("postgres-accounts")]
    [InlineData("rabbitmq-accounts")]
    public async Task What_makes_the_accounts_is_given_every_password_that_it_asks_for(string name)
    {
        var environment = Given(name);
        var (command, script) = Command(name);

        Assert.DoesNotContain(Missing, await RunningProcess.SaysAsync(command, [script], environment), StringComparison.Ordinal);

        foreach (var password in environment.Keys.Where(key => key.StartsWith("CONTACTGROUP_", StringComparison.Ordinal) && key.Contains("PASSWORD", StringComparison.Ordinal)))
        {
            var without = new Dictionary<string, string>(environment, StringComparer.Ordinal) { [password] = string.Empty };
            Assert.Contains(Missing, await RunningProcess.SaysAsync(command, [script], without), StringComparison.Ordinal);
        }
    }

    // Nothing listens there, and nothing is done: what is looked at comes before.
    private static Dictionary<string, string> Given(string name) => new(
        ComposeFile.Environment(name, ComposeFile.Variables.Select(variable => variable.Name).Distinct(StringComparer.Ordinal).ToDictionary(variable => variable, _ => "x", StringComparer.Ordinal)),
        StringComparer.Ordinal)
    {
        ["PGHOST"] = "127.0.0.1",
        ["PGPORT"] = "1",
        ["CONTACTGROUP_RABBITMQCTL"] = "true",
    };

    private static (string Command, string Script) Command(string name)
    {
        var entrypoint = ComposeFile.Services[name]["entrypoint"].Texts();
        return (entrypoint[0], Repository.Path(entrypoint[1].TrimStart('/')));
    }
}
