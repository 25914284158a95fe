using System.Reflection;

namespace PaymentGateway.Http.Problems;

/// <summary>The catalogue of every error that this API answers. docs/errors.md explains each of them.</summary>
internal static class ErrorCodes
{
    public static readonly ErrorCode InvalidRequest = Final("invalid_request", 400, "The request body is not valid");
    public static readonly ErrorCode InvalidQuery = Final("invalid_query", 400, "The query is not valid");
    public static readonly ErrorCode IdempotencyKeyRequired = Final(
        "idempotency_key_required",
        400,
        "Idempotency-Key is missing"
    );
    public static readonly ErrorCode IdempotencyKeyInvalid = Final(
        "idempotency_key_invalid",
        400,
        "Idempotency-Key is malformed"
    );

    public static readonly ErrorCode Unauthorized = Final("unauthorized", 401, "The API key is not accepted");
    public static readonly ErrorCode NotificationNotVerified = Final(
        "notification_not_verified",
        401,
        "The message is not verified"
    );

    public static readonly ErrorCode MissingScope = Final("missing_scope", 403, "The API key does not allow this");
    public static readonly ErrorCode SecretKeyInBrowser = Final("secret_key_in_browser", 403, "A secret key came from a browser");
    public static readonly ErrorCode OriginNotAllowed = Final("origin_not_allowed", 403, "The key is not for this origin");
    public static readonly ErrorCode AddressNotAllowed = Final("address_not_allowed", 403, "The key is not for this address");

    public static readonly ErrorCode RouteNotFound = Final("route_not_found", 404, "There is nothing at this address");
    public static readonly ErrorCode OperationNotFound = Final("operation_not_found", 404, "There is no such operation");
    public static readonly ErrorCode PaymentNotFound = Final("payment_not_found", 404, "2C2P knows no such payment");

    public static readonly ErrorCode CardNotFound = Final("card_not_found", 404, "2C2P knows no such card");
    public static readonly ErrorCode RecurringPlanNotFound = Final(
        "recurring_plan_not_found",
        404,
        "2C2P knows no such recurring plan"
    );
    public static readonly ErrorCode EventNotFound = Final("event_not_found", 404, "There is no such event");
    public static readonly ErrorCode ReconciliationNotFound = Final(
        "reconciliation_not_found",
        404,
        "There is no report of this day"
    );
    public static readonly ErrorCode LinkNotFound = Final("link_not_found", 404, "2C2P knows no such payment link");

    public static readonly ErrorCode MethodNotAllowed = Final("method_not_allowed", 405, "This address has other methods");

    public static readonly ErrorCode OperationInProgress = Repeatable(
        "operation_in_progress",
        409,
        "Another operation is in the way"
    );
    public static readonly ErrorCode OperationExecuting = Repeatable(
        "operation_executing",
        409,
        "This operation is being executed"
    );

    public static readonly ErrorCode ResolutionRefused = Final(
        "resolution_refused",
        409,
        "What was said of the operation is not followed"
    );

    public static readonly ErrorCode OutcomeUnknown = Final(
        "outcome_unknown",
        409,
        "What the first request with this key did is not known"
    );

    public static readonly ErrorCode BodyTooLarge = Final("body_too_large", 413, "The body is too large");
    public static readonly ErrorCode UnsupportedMediaType = Final("unsupported_media_type", 415, "The body is not UTF-8 JSON");

    public static readonly ErrorCode IdempotencyKeyReused = Final(
        "idempotency_key_reused",
        422,
        "The key belongs to another request"
    );
    public static readonly ErrorCode AmountExceedsRefundable = Final(
        "amount_exceeds_refundable",
        422,
        "The amount is more than is left"
    );
    public static readonly ErrorCode AmountExceedsAuthorized = Final(
        "amount_exceeds_authorized",
        422,
        "The amount is more than was authorized"
    );
    public static readonly ErrorCode DailyLimitReached = Final(
        "daily_limit_reached",
        422,
        "The day has too little left of a limit"
    );
    public static readonly ErrorCode PaymentStatusNotValid = Final(
        "payment_status_not_valid",
        422,
        "The payment's state forbids this"
    );
    public static readonly ErrorCode GatewayRefused = Final("gateway_refused", 422, "2C2P refused");
    public static readonly ErrorCode GatewaySettingsRefused = Final(
        "gateway_settings_refused",
        422,
        "2C2P refused the merchant's settings"
    );

    public static readonly ErrorCode WebhookNotConfigured = Final("webhook_not_configured", 422, "The merchant has no webhook");

    public static readonly ErrorCode StoredValueUnusable = Final(
        "stored_value_unusable",
        422,
        "A value that 2C2P holds cannot be sent back"
    );

    public static readonly ErrorCode RateLimited = Repeatable("rate_limited", 429, "Too many requests");

    public static readonly ErrorCode InternalError = Repeatable("internal_error", 500, "Something went wrong here");
    public static readonly ErrorCode GatewayUnverifiable = Repeatable(
        "gateway_unverifiable",
        502,
        "2C2P's answer is not verified"
    );
    public static readonly ErrorCode GatewayOutcomeUnverified = Final(
        "gateway_outcome_unverified",
        502,
        "2C2P's answer to a change is not verified"
    );
    public static readonly ErrorCode Unavailable = Repeatable("unavailable", 503, "The service cannot be reached in full");
    public static readonly ErrorCode GatewayUnreachable = Repeatable("gateway_unreachable", 503, "2C2P cannot be reached");
    public static readonly ErrorCode GatewayUnavailable = Repeatable(
        "gateway_unavailable",
        503,
        "2C2P could not answer this moment"
    );
    public static readonly ErrorCode GatewayTimeout = Repeatable("gateway_timeout", 504, "2C2P did not answer in time");
    public static readonly ErrorCode GatewayOutcomeUnknown = Final(
        "gateway_outcome_unknown",
        504,
        "Whether 2C2P made the change is not known"
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } =
    [
        .. typeof(ErrorCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ErrorCode>(),
    ];

    private static ErrorCode Final(string code, int status, string title) => new(code, status, title, Retryable: false);

    private static ErrorCode Repeatable(string code, int status, string title) => new(code, status, title, Retryable: true);
}
