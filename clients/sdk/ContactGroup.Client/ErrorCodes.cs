namespace ContactGroup.Client;

/// <summary>The codes a caller may want to tell apart; the full list is <c>docs/reference/errors.md</c> of the server.</summary>
public static class ErrorCodes
{
    /// <summary>One or more fields are not acceptable; see <see cref="ContactGroupException.Errors"/>.</summary>
    public const string FieldInvalid = "CG-1002";

    /// <summary>The same idempotency key was used before with another body.</summary>
    public const string KeyReused = "CG-1006";

    /// <summary>Too many requests; the client has already waited as often as it may.</summary>
    public const string TooManyRequests = "CG-1007";

    /// <summary>Not signed in, or the session has ended.</summary>
    public const string NotSignedIn = "CG-2001";

    /// <summary>Account or password refused.</summary>
    public const string SignInRefused = "CG-2002";

    /// <summary>The role does not allow this.</summary>
    public const string NotAllowed = "CG-2003";

    /// <summary>Absent, or not visible to the caller: the server gives the same answer on purpose.</summary>
    public const string NotFound = "CG-2004";

    /// <summary>The terms of reference of the contact group are not accepted in their present version.</summary>
    public const string TermsNotAccepted = "CG-3001";

    /// <summary>It would reach further than was shown; see <see cref="ContactGroupException.Audience"/>. The same key works for the confirmed command.</summary>
    public const string AudienceWidened = "CG-3020";

    /// <summary>A text carries a marking above unclassified; nothing was stored.</summary>
    public const string MarkedAboveUnclassified = "CG-4040";

    /// <summary>The item is marked as not for export.</summary>
    public const string NotForExport = "CG-4050";

    /// <summary>More than one file holds; narrow it.</summary>
    public const string ExportTooLarge = "CG-4051";

    /// <summary>Several sites leave together only when two people want it.</summary>
    public const string ExportNeedsSecondPerson = "CG-4052";

    /// <summary>The export is not confirmed, was fetched, or its hour is over.</summary>
    public const string ExportNotReady = "CG-4053";

    /// <summary>A cursor of another person or stream, or one that is too old.</summary>
    public const string CursorNotUsable = "CG-4001";

    /// <summary>An upload is not where the caller thinks; fetch it and go on at its offset.</summary>
    public const string UploadElsewhere = "CG-6001";

    /// <summary>A file is not what it was said to be, or of a kind that is not taken.</summary>
    public const string FileRefused = "CG-6002";

    /// <summary>The caller's own uploads that no item carries yet are at their limit.</summary>
    public const string UploadsFull = "CG-6003";

    /// <summary>Made by the client: no answer from the server within the retry window.</summary>
    public const string Unreachable = "client-unreachable";

    /// <summary>Made by the client: an answer that is not what the API promises.</summary>
    public const string UnexpectedAnswer = "client-unexpected-answer";
}
