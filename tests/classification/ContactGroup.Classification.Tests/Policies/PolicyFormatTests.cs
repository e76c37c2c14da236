using System.Text;

namespace ContactGroup.Classification.Tests.Policies;

public sealed class PolicyFormatTests
{
    private const string Valid = """
        {"name":"test","version":1,"grants":[{"id":"a","sentence":"A grant for a test.","postures":["all"],"kinds":["incident"],"origins":["humanitarian"],
        "maxSensitivity":"high","audiences":["side:security","donor"],"relations":["other"],"gate":"review","disclose":{"category":"full","area":"coarse"}}],
        "withholdings":[{"id":"b","sentence":"A withholding for a test.","postures":["distance"],"kinds":["all"],"origins":["all"],"minSensitivity":"severe",
        "audiences":["all"],"relations":["all"]}]}
        """;

    [Fact]
    public void A_document_reads()
    {
        var policy = PolicyDocument.Parse(Valid);

        var grant = Assert.Single(policy.Grants);
        Assert.Equal("test@1", policy.ToString());
        Assert.Equal(("a", "A grant for a test."), (grant.Id, grant.Sentence));
        Assert.Equal("review: category full, area coarse", grant.Disclosure.ToString());
        Assert.Equal("b", Assert.Single(policy.Withholdings).Id);
    }

    [Fact]
    public void A_grant_covers_what_it_says_and_nothing_else()
    {
        var scope = PolicyDocument.Parse(Valid).Grants[0].Scope;

        var covered = TableIndex.Questions.Where(question => scope.Covers(question)).ToArray();

        Assert.Equal(3 * 3 * 3, covered.Length);
        Assert.All(covered, question =>
        {
            Assert.Equal((ItemKind.Incident, Side.Humanitarian, Relation.Other), (question.Kind, question.Origin, question.Relation));
            Assert.Contains(question.Audience, (Constituency[])[Constituency.Military, Constituency.Police, Constituency.Donor]);
            Assert.NotEqual(Sensitivity.Severe, question.Sensitivity);
        });
    }

    [Fact]
    public void A_withholding_covers_from_its_sensitivity_up()
    {
        var scope = PolicyDocument.Parse(Valid).Withholdings[0].Scope;

        Assert.All(TableIndex.Questions, question =>
            Assert.Equal(question.Posture == Posture.Distance && question.Sensitivity == Sensitivity.Severe, scope.Covers(question)));
    }

    [Fact]
    public void A_value_far_out_of_range_is_not_covered()
    {
        var scope = PolicyDocument.Parse(Valid).Grants[0].Scope;
        var covered = TableIndex.Questions.First(question => scope.Covers(question));

        Assert.False(scope.Covers(covered with { Audience = (Constituency)((int)covered.Audience + 32) }));
        Assert.False(scope.Covers(covered with { Kind = (ItemKind)((int)covered.Kind + 64) }));
    }

    [Fact]
    public void Every_class_that_is_not_named_takes_the_grain_of_all()
    {
        var policy = PolicyDocument.Parse(Valid.Replace("""{"category":"full","area":"coarse"}""", """{"person":"none","all":"coarse"}""", StringComparison.Ordinal));

        Assert.Equal(Grain.Coarse, policy.Grants[0].Disclosure[FieldClass.Category]);
        Assert.Equal(Grain.None, policy.Grants[0].Disclosure[FieldClass.Person]);
    }

    [Fact]
    public void A_byte_order_mark_and_a_missing_list_of_withholdings_are_no_errors()
    {
        byte[] utf8 = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"name":"test","version":1000000,"grants":[],"description":"","$schema":""}""")];

        Assert.Empty(PolicyDocument.Parse(utf8).Withholdings);
    }

    [Theory]
    [InlineData("\"name\":\"test\"", "\"name\":\"Test\"", "name", "`Test` may only have a-z, 0-9 and hyphens.")]
    [InlineData("\"name\":\"test\"", "\"name\":\"\"", "name", "this has 0 characters; write 1 to 60.")]
    [InlineData("\"name\":\"test\",", "", "name", "this is missing; write a text.")]
    [InlineData("\"name\":\"test\"", "\"name\":7", "name", "this must be a text.")]
    [InlineData("\"version\":1", "\"version\":0", "version", "write a whole number from 1 to 1000000.")]
    [InlineData("\"version\":1", "\"version\":1000001", "version", "write a whole number from 1 to 1000000.")]
    [InlineData("\"version\":1", "\"version\":1.5", "version", "write a whole number from 1 to 1000000.")]
    [InlineData("\"version\":1", "\"version\":\"1\"", "version", "this must be a number.")]
    [InlineData("\"version\":1", "\"version\":1,\"owner\":1", "owner", "`owner` is not a member here; use: $schema, name, version, description, grants, withholdings.")]
    [InlineData("\"id\":\"b\"", "\"id\":\"a\"", "withholdings[0].id", "`a` is the id of an earlier statement; give every statement its own.")]
    [InlineData("\"sentence\":\"A grant for a test.\"", "\"sentence\":\"Short.\"", "grants[0].sentence", "this has 6 characters; write 10 to 300.")]
    [InlineData("\"kinds\":[\"incident\"]", "\"kinds\":[]", "grants[0].kinds", "this is empty; name at least one value, or `all`.")]
    [InlineData("\"kinds\":[\"incident\"]", "\"kinds\":[\"report\"]", "grants[0].kinds[0]", "`report` is not a kind of item; use one of: plenary-message, caucus-message, desk-message, notice-message, incident, protection-incident, access-constraint, movement, site, advisory.")]
    [InlineData("\"kinds\":[\"incident\"]", "\"kinds\":[\"incident\",3]", "grants[0].kinds[1]", "`3` is not a kind of item; use one of: plenary-message, caucus-message, desk-message, notice-message, incident, protection-incident, access-constraint, movement, site, advisory.")]
    [InlineData("\"kinds\":[\"incident\"]", "\"kinds\":\"incident\"", "grants[0].kinds", "this must be a list.")]
    [InlineData("\"postures\":[\"all\"]", "\"postures\":[\"peace\"]", "grants[0].postures[0]", "`peace` is not a posture; use one of: cooperation, coexistence, distance.")]
    [InlineData("\"audiences\":[\"side:security\",\"donor\"]", "\"audiences\":[\"security\"]", "grants[0].audiences[0]", "`security` is not an audience; use all, side:humanitarian, side:security, side:political or one of: un-humanitarian, ingo, nngo, rcrc, development, donor, host-authority, political, police, military, coordination, observer.")]
    [InlineData("\"audiences\":[\"side:security\",\"donor\"]", "\"audiences\":[\"side:military\"]", "grants[0].audiences[0]", "`side:military` is not an audience; use all, side:humanitarian, side:security, side:political or one of: un-humanitarian, ingo, nngo, rcrc, development, donor, host-authority, political, police, military, coordination, observer.")]
    [InlineData("\"maxSensitivity\":\"high\"", "\"maxSensitivity\":\"secret\"", "grants[0].maxSensitivity", "`secret` is not a sensitivity; use one of: low, moderate, high, severe.")]
    [InlineData("\"maxSensitivity\":\"high\",", "", "grants[0].maxSensitivity", "this is missing; write a text.")]
    [InlineData("\"maxSensitivity\":\"high\"", "\"maxSensitivity\":\"high\",\"minSensitivity\":\"none\"", "grants[0].minSensitivity", "`none` is not a sensitivity; use one of: low, moderate, high, severe.")]
    [InlineData("\"gate\":\"review\"", "\"gate\":\"auto\"", "grants[0].gate", "`auto` is not a gate; use one of: review, automatic.")]
    [InlineData("\"category\":\"full\"", "\"cargo\":\"full\"", "grants[0].disclose.cargo", "`cargo` is not a field class; use one of: category, status, severity, area, location, time, organisation, person, staff, beneficiary, asset, contact, narrative, summary, message, armed-actor, source, negotiation, operation, attachment, provenance.")]
    [InlineData("\"category\":\"full\"", "\"category\":\"some\"", "grants[0].disclose.category", "`some` is not a grain; use one of: none, coarse, full.")]
    [InlineData("\"category\":\"full\"", "\"all\":1", "grants[0].disclose.all", "`1` is not a grain; use one of: none, coarse, full.")]
    [InlineData("\"gate\":\"review\"", "\"gate\":\"review\",\"deny\":[]", "grants[0].deny", "`deny` is not a member here; use: id, sentence, postures, kinds, origins, minSensitivity, maxSensitivity, audiences, relations, gate, disclose, markings.")]
    [InlineData("\"gate\":\"review\"", "\"gate\":\"review\",\"markings\":[\"unclassified\",7]", "grants[0].markings", "`7` cannot be granted to anybody: Content marked above unclassified is quarantined and delivered to nobody. Remove it.")]
    [InlineData("\"minSensitivity\":\"severe\",", "", "withholdings[0].minSensitivity", "this is missing; write a text.")]
    public void An_error_names_the_field_and_the_remedy(string written, string changed, string field, string message)
    {
        Assert.Contains(written, Valid, StringComparison.Ordinal);

        var errors = ErrorsOf(Valid.Replace(written, changed, StringComparison.Ordinal));

        Assert.Equal($"{field}: {message}", Assert.Single(errors).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\",\"version\":1,\"grants\":[]}")]
    [InlineData("{\"name\":\"a\",\"version\":1,\"grants\":[]} x")]
    [InlineData("[[[[[[[[[[[]]]]]]]]]]]")]
    public void What_is_no_json_or_repeats_a_member_is_refused(string text)
    {
        var error = Assert.Single(ErrorsOf(text));

        Assert.Equal("$", error.Field);
        Assert.StartsWith("this is not a JSON document that can be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf8_is_refused()
    {
        Assert.False(PolicyDocument.TryParse([0x7B, 0x22, 0xFF, 0x22, 0x7D], out _, out var errors));
        Assert.NotEmpty(errors);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    public void What_is_no_object_is_refused(string text)
    {
        Assert.Equal("$: this must be an object.", ErrorsOf(text)[0].ToString());
    }

    [Fact]
    public void An_entry_that_is_no_object_is_refused()
    {
        Assert.Equal("grants[0]: this must be an object.", ErrorsOf("""{"name":"a","version":1,"grants":["owner"]}""")[0].ToString());
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        var errors = ErrorsOf(Valid.Replace("incident", "report", StringComparison.Ordinal).Replace("\"version\":1", "\"version\":0", StringComparison.Ordinal));

        Assert.Equal(["version", "grants[0].kinds[0]"], errors.Select(error => error.Field));
    }

    [Fact]
    public void The_exception_lists_every_error()
    {
        var refusal = Assert.Throws<PolicyFormatException>(() => PolicyDocument.Parse("{}"));

        Assert.Equal(["name", "version", "grants"], refusal.Errors.Select(error => error.Field));
        Assert.Contains("grants: this is missing; write a list.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_too_large_or_too_long_is_refused()
    {
        var grants = string.Join(',', Enumerable.Repeat("{}", 501));

        Assert.Equal("$: the document is larger than 1048576 bytes; split it or shorten it.", Assert.Single(ErrorsOf(new string(' ', PolicyDocument.MaxBytes + 1))).ToString());
        Assert.Equal("grants: there are more than 500 entries; use fewer.", Assert.Single(ErrorsOf($$"""{"name":"a","version":1,"grants":[{{grants}}]}""")).ToString());
    }

    [Fact]
    public void No_more_than_a_hundred_errors_are_listed()
    {
        var grants = string.Join(',', Enumerable.Repeat("7", 400));

        Assert.Equal(100, ErrorsOf($$"""{"name":"a","version":1,"grants":[{{grants}}]}""").Count);
    }

    private static IReadOnlyList<PolicyError> ErrorsOf(string text)
    {
        Assert.False(PolicyDocument.TryParse(Encoding.UTF8.GetBytes(text), out var document, out var errors));
        Assert.Null(document);
        return errors;
    }
}
