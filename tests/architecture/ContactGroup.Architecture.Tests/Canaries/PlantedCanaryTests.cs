using Microsoft.Data.Sqlite;

namespace ContactGroup.Architecture.Tests.Canaries;

/// <summary>Each search of the canary tests finds a word that is planted in its place: a silence means something only when a sound would be heard.</summary>
[Collection(StandaloneCollection.Name)]
public sealed class PlantedCanaryTests(RunningStandalone app)
{
    [Theory]
    [InlineData("log", "logs")]
    [InlineData("scope", "logs")]
    [InlineData("span", "traces")]
    [InlineData("event", "traces")]
    [InlineData("metric", "metrics")]
    [InlineData("bus payload", "bus")]
    [InlineData("bus header", "bus")]
    public async Task Is_found_in(string place, string sink)
    {
        var words = new CanaryWords();
        var word = words.For(place);

        using var answer = await PlantAsync(await app.AsAsync("rafiq"), place.Replace(' ', '-'), word);

        Assert.NotEmpty(words.FoundIn(Sinks.All[sink](app)));
    }

    [Fact]
    public async Task Is_found_in_a_header_of_an_answer()
    {
        var words = new CanaryWords();
        var person = await app.AsAsync("rafiq");
        person.DefaultRequestHeaders.Add(Plants.Header, $"header {words.For("header")}");
        try
        {
            var observer = new Observer(app, person);
            await observer.AskForEverythingAsync(await CanaryWorld.PlayedAsync(app));

            Assert.NotEmpty(words.FoundIn(observer.Answers));
        }
        finally
        {
            person.DefaultRequestHeaders.Remove(Plants.Header);
        }
    }

    [Theory]
    [InlineData("outbox", "INSERT INTO outbox (message_id, fact, partition_key, payload) VALUES ('p', 'planted', 'p', CAST($word AS BLOB))")]
    [InlineData("inbox", "INSERT INTO inbox (consumer, message_id, at) VALUES ($word, 'planted', 0)")]
    [InlineData("parked", "INSERT INTO parked (consumer, message_id, fact, partition_key, payload, reason, at) VALUES ('p', 'planted', 'p', 'p', x'00', $word, 0)")]
    [InlineData("idempotency", "INSERT INTO idempotency (person, key, command_hash, receipt, at) VALUES ('planted', 'p', x'00', $word, 0)")]
    public void Is_found_in_a_queue_of_a_store(string table, string insert)
    {
        var words = new CanaryWords();
        var word = words.For(table);
        var path = Path.Combine(app.DataFolder, "planted.db");
        using (var store = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            store.Open();
            Run(store, Schema("channels", table));
            Run(store, insert, word);
        }

        try
        {
            Assert.NotEmpty(words.FoundIn(Sinks.All["queues"](app)));
            Assert.NotEmpty(words.FoundIn(Sinks.All["files"](app)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Is_found_in_a_file_of_the_data_folder_and_in_a_temporary_file()
    {
        foreach (var (sink, folder) in new[] { ("files", Path.Combine(app.DataFolder, "keys")), ("temporary files", Path.GetTempPath()) })
        {
            var words = new CanaryWords();
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"planted-{Contracts.Ids.New()}");
            File.WriteAllText(path, words.For(sink));

            var found = words.FoundIn(Sinks.All[sink](app));

            File.Delete(path);
            Assert.NotEmpty(found);
        }
    }

    [Fact]
    public void Is_found_in_the_environment_of_the_process()
    {
        var words = new CanaryWords();
        Environment.SetEnvironmentVariable("PLANTED", words.For("environment"));

        var found = words.FoundIn(Sinks.All["process"](app));

        Environment.SetEnvironmentVariable("PLANTED", null);
        Assert.NotEmpty(found);
    }

    private static async Task<HttpResponseMessage> PlantAsync(HttpClient person, string place, string word)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add(Plants.Header, $"{place} {word}");
        return await person.SendAsync(request);
    }

    private string Schema(string module, string table)
    {
        using var store = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, $"{module}.db")};Mode=ReadOnly;Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = $"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'";
        return (string)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection store, string sql, string? word = null)
    {
        using var command = store.CreateCommand();
        command.CommandText = sql;
        if (word is not null)
        {
            command.Parameters.AddWithValue("$word", word);
        }

        command.ExecuteNonQuery();
    }
}
