using System.Text;
using System.Text.Json.Nodes;

namespace ContactGroup.Classification.Tests.Policies;

/// <summary>Every limit of a policy document from both sides: what just fits is read, one more is refused and named.</summary>
public sealed class PolicyLimitsTests
{
    [Theory]
    [InlineData("name", 1, 60)]
    [InlineData("description", 0, 2000)]
    [InlineData("$schema", 0, 300)]
    [InlineData("grants[0].id", 1, 60)]
    [InlineData("grants[0].sentence", 10, 300)]
    [InlineData("withholdings[0].id", 1, 60)]
    [InlineData("withholdings[0].sentence", 10, 300)]
    public void A_text_may_have_as_many_characters_as_the_limit_and_no_more(string field, int least, int most)
    {
        Assert.Empty(ErrorsOf(With(field, new string('x', least))));
        Assert.Empty(ErrorsOf(With(field, new string('x', most))));
        Assert.Equal(field, Assert.Single(ErrorsOf(With(field, new string('x', most + 1)))).Field);
        if (least > 0)
        {
            Assert.Equal(field, Assert.Single(ErrorsOf(With(field, new string('x', least - 1)))).Field);
        }
    }

    [Theory]
    [InlineData("az09-", true)]
    [InlineData("a`", false)]
    [InlineData("a{", false)]
    [InlineData("a/", false)]
    [InlineData("a:", false)]
    [InlineData("a_", false)]
    [InlineData("A", false)]
    public void A_name_has_letters_digits_and_hyphens(string name, bool isRead) => Assert.Equal(isRead, ErrorsOf(With("name", name)).Count == 0);

    [Theory]
    [InlineData("grants")]
    [InlineData("withholdings")]
    public void Five_hundred_statements_are_read_and_one_more_is_refused(string member)
    {
        Assert.Empty(ErrorsOf(Many(member, 500)));
        Assert.Equal($"{member}: there are more than 500 entries; use fewer.", Assert.Single(ErrorsOf(Many(member, 501))).ToString());
    }

    [Fact]
    public void A_document_of_exactly_the_largest_size_is_read()
    {
        var text = Document().ToJsonString();

        Assert.Empty(ErrorsOf(text.PadRight(PolicyDocument.MaxBytes)));
        Assert.NotEmpty(ErrorsOf(text.PadRight(PolicyDocument.MaxBytes + 1)));
    }

    [Theory]
    [InlineData("live-track")]
    [InlineData("live-tracks")]
    [InlineData("track")]
    [InlineData("tracks")]
    public void Live_tracks_are_refused_by_any_name_with_the_floor_as_reason(string kind)
    {
        var error = Assert.Single(ErrorsOf(With("grants[0].kinds", new JsonArray(kind))));

        Assert.Equal($"grants[0].kinds[0]: `{kind}` is not a kind of item: Live tracks are not accepted, whoever they are for. Remove it.", error.ToString());
    }

    [Fact]
    public void A_track_is_only_spoken_of_among_kinds()
    {
        var error = Assert.Single(ErrorsOf(With("grants[0].postures", new JsonArray("track"))));

        Assert.Equal("`track` is not a posture; use one of: cooperation, coexistence, distance.", error.Message);
    }

    [Theory]
    [InlineData("kinds", 60)]
    [InlineData("audiences", 60)]
    public void A_long_word_is_shortened_when_it_is_shown(string member, int shown)
    {
        var fits = Assert.Single(ErrorsOf(With($"grants[0].{member}", new JsonArray(new string('x', shown)))));
        var longer = Assert.Single(ErrorsOf(With($"grants[0].{member}", new JsonArray(new string('x', shown + 1)))));

        Assert.StartsWith($"`{new string('x', shown)}` is not", fits.Message, StringComparison.Ordinal);
        Assert.StartsWith($"`{new string('x', shown)}…` is not", longer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_audience_that_is_no_text_is_refused()
    {
        var error = Assert.Single(ErrorsOf(With("grants[0].audiences", new JsonArray("ingo", 7))));

        Assert.StartsWith("grants[0].audiences[1]: `7` is not an audience; use all, ", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postures", "a posture; use one of: ")]
    [InlineData("kinds", "a kind of item; use one of: ")]
    [InlineData("origins", "a side; use one of: ")]
    [InlineData("audiences", "an audience; use all, ")]
    [InlineData("relations", "a relation; use one of: ")]
    public void Both_kinds_of_statement_name_what_they_speak_about(string member, string noun)
    {
        foreach (var statement in (string[])["grants[0]", "withholdings[0]"])
        {
            Assert.Equal($"{statement}.{member}: this is missing; write a list.", Assert.Single(ErrorsOf(Without($"{statement}.{member}"))).ToString());
            Assert.StartsWith($"{statement}.{member}[0]: `nobody` is not {noun}", Assert.Single(ErrorsOf(With($"{statement}.{member}", new JsonArray("nobody")))).ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_statements_without_an_id_are_each_told_that_it_is_missing()
    {
        var document = Document();
        ((JsonObject)document["grants"]![0]!).Remove("id");
        ((JsonObject)document["withholdings"]![0]!).Remove("id");

        Assert.Equal(["grants[0].id: this is missing; write a text.", "withholdings[0].id: this is missing; write a text."], ErrorsOf(document).Select(error => error.ToString()));
    }

    private static JsonNode Document() => JsonNode.Parse("""
        {"name":"limits","version":1,
        "grants":[{"id":"a","sentence":"A grant for a test.","postures":["all"],"kinds":["incident"],"origins":["humanitarian"],"maxSensitivity":"high",
        "audiences":["donor"],"relations":["other"],"gate":"review","disclose":{"category":"full"}}],
        "withholdings":[{"id":"b","sentence":"A withholding for a test.","postures":["all"],"kinds":["all"],"origins":["all"],"minSensitivity":"low",
        "audiences":["all"],"relations":["all"]}]}
        """)!;

    private static JsonNode With(string field, JsonNode value)
    {
        var document = Document();
        var (holder, member) = Find(document, field);
        holder[member] = value;
        return document;
    }

    private static JsonNode Without(string field)
    {
        var document = Document();
        var (holder, member) = Find(document, field);
        holder.Remove(member);
        return document;
    }

    private static (JsonObject Holder, string Member) Find(JsonNode document, string field)
    {
        var dot = field.IndexOf("[0].", StringComparison.Ordinal);
        return dot < 0 ? ((JsonObject)document, field) : ((JsonObject)document[field[..dot]]![0]!, field[(dot + 4)..]);
    }

    private static JsonNode Many(string member, int count)
    {
        var document = Document();
        var statement = document[member]![0]!;
        document[member] = new JsonArray([.. Enumerable.Range(0, count).Select(number =>
        {
            var copy = statement.DeepClone();
            copy["id"] = $"{member}-{number}";
            return copy;
        })]);
        return document;
    }

    private static IReadOnlyList<PolicyError> ErrorsOf(JsonNode document) => ErrorsOf(document.ToJsonString());

    private static IReadOnlyList<PolicyError> ErrorsOf(string text)
    {
        _ = PolicyDocument.TryParse(Encoding.UTF8.GetBytes(text), out _, out var errors);
        return errors;
    }
}
