using System.Globalization;
using ContactGroup.Infra.Tests.Compose;
using ContactGroup.Infra.Tests.Formats;
using ContactGroup.Testing;

namespace ContactGroup.Infra.Tests.Images;

[Trait("needs", "servers")]
public sealed class RedisTests
{
    [Fact]
    public async Task What_compose_starts_answers_to_who_has_the_password_alone()
    {
        var port = FreePort.Take().ToString(CultureInfo.InvariantCulture);
        var environment = ComposeFile.Environment("redis", new Dictionary<string, string>(StringComparer.Ordinal) { ["CONTACTGROUP_REDIS_PASSWORD"] = "right" });
        var command = ComposeFile.Services["redis"]["entrypoint"].Texts();
        using var redis = RunningProcess.Start(command[0], [InProject(command[1]), $"port {port}", "bind 127.0.0.1"], environment);

        await Eventually.IsAsync(0, () => AnswersAsync(port, environment));

        Assert.NotEqual(0, await AnswersAsync(port, new Dictionary<string, string>(StringComparer.Ordinal) { ["CONTACTGROUP_REDIS_PASSWORD"] = "wrong" }));
    }

    private static Task<int> AnswersAsync(string port, Dictionary<string, string> environment)
    {
        var command = ComposeFile.Services["redis"]["healthcheck"]!["test"].Texts();
        return RunningProcess.EndAsync(command[1], [InProject(command[2]), port], environment);
    }

    private static string InProject(string path) => Repository.Path(path.TrimStart('/'));
}
