using ContactGroup.Hosting.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Access;

/// <summary>An act does not fit the present version. Thrown inside the unit of work, so that it is rolled back, key and all.</summary>
internal sealed class ActRefusedException(ProblemHttpResult problem) : Exception
{
    public ProblemHttpResult Problem { get; } = problem;

    /// <summary>The notice changed meanwhile, or is in a state in which this cannot be done.</summary>
    public static ActRefusedException Changed(string sentence) => new(Problems.Refused(ProblemCode.ItemChanged, sentence));
}
