using System.Diagnostics;
using System.Runtime.CompilerServices;
using ContactGroup.Testing;
using Npgsql;

namespace ContactGroup.Hosting.Tests.Accounts;

/// <summary>The accounts of the services on the servers of the tests, made by the scripts that operators use. On the broker in a virtual host of their own.</summary>
public sealed class ServiceAccounts
{
    private const string Password = "of-tests-only";
    private const string VirtualHost = "accounts";

    private static readonly string[] Services = ["IDENTITY", "CHANNELS", "INCIDENTS", "MOVEMENTS", "ACCESS", "RELEASE", "REALTIME", "BACKUP"];
    private readonly NpgsqlConnectionStringBuilder server = new(TestStorage.Server);

    /// <summary>Makes them.</summary>
    public ServiceAccounts() => Make();

    /// <summary>Makes those that are not there, and sets the passwords of all.</summary>
    public void Make()
    {
        Run("bash", Infra("postgres/accounts"));
        Run("bash", Infra("rabbitmq/accounts"));
    }

    /// <summary>As if there had never been a service.</summary>
    public async Task ForgetAsync(string service)
    {
        await using var administrator = NpgsqlDataSource.Create(TestStorage.Server!);
        foreach (var statement in new[] { $"DROP DATABASE contactgroup_{service} WITH (FORCE)", $"DROP ROLE contactgroup_{service}" })
        {
            await using var command = administrator.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }

        Run(Environment.GetEnvironmentVariable("CONTACTGROUP_RABBITMQCTL")!, "--quiet", "delete_user", service);
    }

    /// <summary>A file of <c>infra</c>.</summary>
    public static string Infra(string path, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../infra", path));

    /// <summary>Connection string of an account for a database.</summary>
    public string Database(string account, string database) =>
        new NpgsqlConnectionStringBuilder(TestStorage.Server) { Username = $"contactgroup_{account}", Password = Password, Database = $"contactgroup_{database}", Pooling = false }.ToString();

    /// <summary>Address of the broker for an account.</summary>
    public static Uri Broker(string account) =>
        new UriBuilder(TestBroker.Address) { UserName = account, Password = Password, Path = VirtualHost }.Uri;

    private void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var service in Services)
        {
            start.Environment[$"CONTACTGROUP_PASSWORD_{service}"] = Password;
            start.Environment[$"CONTACTGROUP_BUS_PASSWORD_{service}"] = Password;
        }

        start.Environment["CONTACTGROUP_BUS_VHOST"] = VirtualHost;
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = $"{server.Port}";
        start.Environment["PGUSER"] = server.Username;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(errors);
        }
    }
}
