using System.Globalization;
using System.Text;
using ContactGroup.Hosting.Web;
using ContactGroup.Testing;

namespace ContactGroup.Hosting.Tests.Docs;

public sealed class ErrorPageTests
{
    [Fact]
    public void The_page_of_errors_says_what_the_code_says()
    {
        var page = new StringBuilder("""
            # Errors

            Every refusal is an RFC 9457 problem (`application/problem+json`) with a stable `code`. Decide by the code, show the `detail`. `errors` holds
            field paths as you sent them, each with what to do. Written by a test from `ProblemCode`; do not edit.

            | code | status | title | what to do |
            |---|---|---|---|

            """);
        foreach (var code in ProblemCode.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| <a id=\"{code.Code}\"></a>`{code.Code}` | {code.Status} | {code.Title} | {code.Remedy} |\n");
        }

        Assert.Null(ApprovedPage.Difference("errors.md", page.ToString()));
    }

    [Fact]
    public void Every_code_is_listed_once()
    {
        var declared = typeof(ProblemCode).GetFields().Where(field => field.FieldType == typeof(ProblemCode)).Select(field => (ProblemCode)field.GetValue(null)!);

        Assert.Equal(declared.OrderBy(code => code.Code, StringComparer.Ordinal), ProblemCode.All);
        Assert.Equal(ProblemCode.All.Count, ProblemCode.All.DistinctBy(code => code.Code, StringComparer.Ordinal).Count());
    }
}
