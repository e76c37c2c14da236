namespace ContactGroup.Hosting.Web;

/// <summary>A refusal with a stable code. Clients decide by <see cref="Code"/>; people read the title and the remedy.</summary>
/// <param name="Code">Stable code, <c>CG-</c> and four digits. A code is never reused for another meaning.</param>
/// <param name="Status">HTTP status that always goes with the code.</param>
/// <param name="Title">What happened, in a few words, the same for every occurrence.</param>
/// <param name="Remedy">What the caller can do about it, in one sentence.</param>
public sealed record ProblemCode(string Code, int Status, string Title, string Remedy)
{
    /// <summary>The body is not JSON in UTF-8, or has a field that does not exist.</summary>
    public static readonly ProblemCode BodyUnreadable = new(
        "CG-1001", 400, "the request body cannot be read", "Send one JSON object in UTF-8 with only the fields that this address documents.");

    /// <summary>A field, route value or query value has a value that is not accepted.</summary>
    public static readonly ProblemCode FieldInvalid = new(
        "CG-1002", 400, "some values are not accepted", "Correct the named fields and send the request again.");

    /// <summary>The body is larger than the service accepts.</summary>
    public static readonly ProblemCode BodyTooLarge = new(
        "CG-1003", 413, "the request body is too large", "Send less text, or split it into several requests.");

    /// <summary>The body is not declared as JSON in UTF-8.</summary>
    public static readonly ProblemCode ContentTypeWrong = new(
        "CG-1004", 415, "the content type is not accepted", "Send the header Content-Type: application/json.");

    /// <summary>The idempotency key is absent or malformed.</summary>
    public static readonly ProblemCode IdempotencyKeyMissing = new(
        "CG-1005", 400, "the idempotency key is missing or malformed",
        "Send the header Idempotency-Key with 8 to 128 characters of A-Z a-z 0-9 . _ : - and the same value only when repeating the same request.");

    /// <summary>The idempotency key was used before with another request.</summary>
    public static readonly ProblemCode IdempotencyConflict = new(
        "CG-1006", 422, "the idempotency key belongs to another request", "Use a new idempotency key for a new request.");

    /// <summary>The caller sent too many requests in a short time.</summary>
    public static readonly ProblemCode TooManyRequests = new(
        "CG-1007", 429, "too many requests", "Wait for the time in the header Retry-After, then send the request again.");

    /// <summary>The service cannot reach its store, or the request took too long.</summary>
    public static readonly ProblemCode Unavailable = new(
        "CG-1008", 503, "the service is not available at the moment",
        "Wait for the time in the header Retry-After, then send the request again with the same idempotency key.");

    /// <summary>The address exists, with other methods.</summary>
    public static readonly ProblemCode MethodNotAllowed = new(
        "CG-1009", 405, "the method is not allowed here", "Use one of the methods in the header Allow.");

    /// <summary>The service failed in a way nobody foresaw.</summary>
    public static readonly ProblemCode Unexpected = new(
        "CG-1010", 500, "the service failed", "Send the request again with the same idempotency key; if it fails again, tell who runs this service.");

    /// <summary>There is no valid session or token.</summary>
    public static readonly ProblemCode NotSignedIn = new(
        "CG-2001", 401, "you are not signed in", "Sign in, or refresh the access token, then send the request again.");

    /// <summary>Sign-in was refused, whatever the reason.</summary>
    public static readonly ProblemCode SignInRefused = new(
        "CG-2002", 401, "sign-in was refused", "Check account name and password; after several failures wait 15 minutes.");

    /// <summary>The caller's role does not include this, where that is no secret.</summary>
    public static readonly ProblemCode RoleNotAllowed = new(
        "CG-2003", 403, "your role does not include this", "Ask a coordinator or the administrator of this deployment to do it.");

    /// <summary>Absent, or not visible to the caller: the two are one answer.</summary>
    public static readonly ProblemCode NotFound = new(
        "CG-2004", 404, "not found", "Check the address; what you ask for does not exist or is not visible to you.");

    /// <summary>The set-up code is wrong, or set-up was done before.</summary>
    public static readonly ProblemCode SetUpRefused = new(
        "CG-2005", 403, "set-up was refused", "Use the code that the service printed at its first start; set-up works once.");

    /// <summary>The invitation is unknown, used or expired.</summary>
    public static readonly ProblemCode InvitationRefused = new(
        "CG-2006", 400, "the invitation cannot be used", "Ask for a new invitation.");

    /// <summary>The account name is in use.</summary>
    public static readonly ProblemCode AccountNameTaken = new(
        "CG-2007", 409, "the account name is taken", "Choose another account name.");

    /// <summary>A cookie request that changes state lacks the header that only our own pages send.</summary>
    public static readonly ProblemCode CrossSiteGuard = new(
        "CG-2008", 403, "the request lacks the cross-site guard", "Send the header X-ContactGroup: 1 with every request that changes something.");

    /// <summary>An outside provider of sign-in does not answer, or with nothing that can be used.</summary>
    public static readonly ProblemCode ProviderUnavailable = new(
        "CG-2009", 424, "the provider of sign-in does not answer", "Try again in some minutes, or sign in with account and password if you have one.");

    /// <summary>The contact group's terms of reference are not accepted in their present version.</summary>
    public static readonly ProblemCode TermsNotAccepted = new(
        "CG-3001", 403, "the terms of reference are not accepted", "Read and accept the present terms of reference of the contact group, then post.");

    /// <summary>The posture of the contact group closes this channel.</summary>
    public static readonly ProblemCode ChannelClosed = new(
        "CG-3002", 403, "the channel is closed in the present posture", "Use a desk channel, or ask a coordinator.");

    /// <summary>Only the author may do this.</summary>
    public static readonly ProblemCode NotTheAuthor = new(
        "CG-3003", 403, "only the author may do this", "Ask the author, or reply instead.");

    /// <summary>The item has a later version, or a status in which this cannot be done to it.</summary>
    public static readonly ProblemCode ItemChanged = new(
        "CG-3004", 409, "the item changed meanwhile", "Fetch the item and make the change on its present version.");

    /// <summary>The room takes notifications, and neither messages nor reports, of whoever.</summary>
    public static readonly ProblemCode NotificationsOnly = new(
        "CG-3005", 403, "this room takes notifications only",
        "Write in the plenary, or on the desk of the force that it concerns; here movements and sites are notified.");

    /// <summary>What would be sent now reaches further than the person was shown.</summary>
    public static readonly ProblemCode AudienceWidened = new(
        "CG-3020", 409, "the audience is wider than you were shown",
        "Look at the audience in this answer; to send to it, send again with its fingerprint and the same idempotency key.");

    /// <summary>The cursor is foreign, expired or garbage; which of them is not told.</summary>
    public static readonly ProblemCode CursorNotUsable = new(
        "CG-4001", 400, "the cursor cannot be used", "Fetch the list of streams again and start from its cursors.");

    /// <summary>Another coordinator decided the review first.</summary>
    public static readonly ProblemCode ReviewDecided = new(
        "CG-4002", 409, "the review is already decided", "Fetch the review queue again.");

    /// <summary>No audience of that name that the caller may know of is in the item's channel; which of both is not told.</summary>
    public static readonly ProblemCode TargetNotFound = new(
        "CG-4010", 404, "that audience is not there", "Choose one of the sides and forces that the page of the item names.");

    /// <summary>What a review proposes is not what the coordinator had before them.</summary>
    public static readonly ProblemCode ReviewChanged = new(
        "CG-4030", 409, "the review shows something else by now", "Fetch the review queue again and decide on what it shows.");

    /// <summary>Two different people have to agree, and the caller is the first of them.</summary>
    public static readonly ProblemCode SecondPersonNeeded = new(
        "CG-4031", 403, "a second person has to decide this", "Ask a colleague: nobody lets an item go further that they wrote or asked for themselves.");

    /// <summary>Asking that an item goes further would change nothing: it went there, or the rules give that audience nothing of it.</summary>
    public static readonly ProblemCode NothingToWiden = new(
        "CG-4032", 409, "there is nothing to widen", "Look at what the audience would get with test as: it goes there already, the rules give them nothing, or its owner may not know of them.");

    /// <summary>The owner has answered a request to widen already.</summary>
    public static readonly ProblemCode WideningDecided = new(
        "CG-4033", 409, "the request is already answered", "Fetch the item again and see where it stands.");

    /// <summary>The text carries a marking above unclassified.</summary>
    public static readonly ProblemCode MarkedAboveUnclassified = new(
        "CG-4040", 422, "a text is marked above unclassified",
        "Nothing was stored. Classified material does not belong here: leave it out, or take the marking away if it is a mistake.");

    /// <summary>The author marked the item as not for export.</summary>
    public static readonly ProblemCode NotForExport = new(
        "CG-4050", 403, "the item is not for export", "Read it here: its author marked it so that it does not leave this place.");

    /// <summary>More items than one file holds.</summary>
    public static readonly ProblemCode ExportTooLarge = new(
        "CG-4051", 422, "this is too much for one file", "Narrow it with channel, kind, from, to or status: a file holds at most 2,000 items.");

    /// <summary>Several sites in one file, and one person asks.</summary>
    public static readonly ProblemCode ExportNeedsSecondPerson = new(
        "CG-4052", 403, "several sites leave together only when two people want it",
        "Ask with POST /api/release/exports/requests and let a colleague or a coordinator confirm it. Alone, one person exports one site at a time and five a day.");

    /// <summary>A request for an export that nobody confirmed yet, that was used, or whose hour is over.</summary>
    public static readonly ProblemCode ExportNotReady = new(
        "CG-4053", 409, "the export cannot be fetched", "Wait until a second person has confirmed it; it can then be fetched once within an hour. After that, ask again.");

    /// <summary>The upload is further or less far than the caller thinks.</summary>
    public static readonly ProblemCode UploadElsewhere = new(
        "CG-6001", 409, "the upload goes on at another place", "Fetch the upload and go on at its offset.");

    /// <summary>The file is not what it was said to be, or of a kind that is not taken.</summary>
    public static readonly ProblemCode FileRefused = new(
        "CG-6002", 422, "the file is not taken", "Save it again as a whole file of the declared type, or send another type.");

    /// <summary>The caller's own uploads that no item carries yet are at their limit.</summary>
    public static readonly ProblemCode UploadsFull = new(
        "CG-6003", 409, "too many of your uploads wait", "Attach or remove uploads that you began, then upload again.");

    /// <summary>Every code, in order.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        BodyUnreadable, FieldInvalid, BodyTooLarge, ContentTypeWrong, IdempotencyKeyMissing, IdempotencyConflict, TooManyRequests, Unavailable,
        MethodNotAllowed, Unexpected, NotSignedIn, SignInRefused, RoleNotAllowed, NotFound, SetUpRefused, InvitationRefused, AccountNameTaken,
        CrossSiteGuard, ProviderUnavailable, TermsNotAccepted, ChannelClosed, NotTheAuthor, ItemChanged, NotificationsOnly, AudienceWidened, CursorNotUsable, ReviewDecided, TargetNotFound,
        ReviewChanged, SecondPersonNeeded, NothingToWiden, WideningDecided, MarkedAboveUnclassified,
        NotForExport, ExportTooLarge, ExportNeedsSecondPerson, ExportNotReady,
        UploadElsewhere, FileRefused, UploadsFull,
    ];

    /// <summary>The address of the code's page, relative to the deployment.</summary>
    public string Type => "/errors/" + Code;
}
