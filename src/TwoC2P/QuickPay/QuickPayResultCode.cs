namespace TwoC2P.QuickPay;

/// <summary>QuickPay's three-digit result (field <c>resCode</c>). Codes that the table does not list are kept as sent.</summary>
/// <param name="Text">The code as sent.</param>
public readonly record struct QuickPayResultCode(string Text)
{
    /// <summary><c>000</c>: Success.</summary>
    public static readonly QuickPayResultCode Success = new("000");

    /// <summary><c>001</c>: Invalid merchant id.</summary>
    public static readonly QuickPayResultCode InvalidMerchant = new("001");

    /// <summary><c>002</c>: Invalid QuickPay id.</summary>
    public static readonly QuickPayResultCode InvalidQuickPayId = new("002");

    /// <summary><c>003</c>: Invalid amount.</summary>
    public static readonly QuickPayResultCode InvalidAmount = new("003");

    /// <summary><c>004</c>: Invalid currency.</summary>
    public static readonly QuickPayResultCode InvalidCurrency = new("004");

    /// <summary><c>005</c>: Invalid description.</summary>
    public static readonly QuickPayResultCode InvalidDescription = new("005");

    /// <summary><c>006</c>: Invalid expiry date.</summary>
    public static readonly QuickPayResultCode InvalidExpiry = new("006");

    /// <summary><c>007</c>: Invalid payment option.</summary>
    public static readonly QuickPayResultCode InvalidPaymentOption = new("007");

    /// <summary><c>008</c>: Invalid instalment interest type.</summary>
    public static readonly QuickPayResultCode InvalidIppInterestType = new("008");

    /// <summary><c>009</c>: Invalid payment expiry date.</summary>
    public static readonly QuickPayResultCode InvalidPaymentExpiry = new("009");

    /// <summary><c>010</c>: Invalid allowMultiplePayment.</summary>
    public static readonly QuickPayResultCode InvalidAllowMultiplePayment = new("010");

    /// <summary><c>011</c>: Invalid maximum number of transactions.</summary>
    public static readonly QuickPayResultCode InvalidMaxTransaction = new("011");

    /// <summary><c>012</c>: Invalid order id prefix.</summary>
    public static readonly QuickPayResultCode InvalidOrderIdPrefix = new("012");

    /// <summary><c>013</c>: Order id already in use.</summary>
    public static readonly QuickPayResultCode OrderIdInUse = new("013");

    /// <summary><c>014</c>: Maximum number of transactions must exceed the pending and approved ones.</summary>
    public static readonly QuickPayResultCode MaxTransactionTooLow = new("014");

    /// <summary><c>015</c>: Invalid request version.</summary>
    public static readonly QuickPayResultCode InvalidVersion = new("015");

    /// <summary><c>016</c>: Invalid request-3DS value.</summary>
    public static readonly QuickPayResultCode InvalidRequest3DS = new("016");

    /// <summary><c>017</c>: Invalid enable-store-card flag.</summary>
    public static readonly QuickPayResultCode InvalidEnableStoreCard = new("017");

    /// <summary><c>018</c>: Invalid recurring flag.</summary>
    public static readonly QuickPayResultCode InvalidRecurring = new("018");

    /// <summary><c>019</c>: Invalid recurring amount.</summary>
    public static readonly QuickPayResultCode InvalidRecurringAmount = new("019");

    /// <summary><c>020</c>: Invalid allow-accumulate flag.</summary>
    public static readonly QuickPayResultCode InvalidAllowAccumulate = new("020");

    /// <summary><c>021</c>: Invalid allow-accumulate amount.</summary>
    public static readonly QuickPayResultCode InvalidMaxAccumulateAmount = new("021");

    /// <summary><c>022</c>: Invalid recurring interval.</summary>
    public static readonly QuickPayResultCode InvalidRecurringInterval = new("022");

    /// <summary><c>023</c>: Invalid recurring count.</summary>
    public static readonly QuickPayResultCode InvalidRecurringCount = new("023");

    /// <summary><c>024</c>: Invalid charge-next date.</summary>
    public static readonly QuickPayResultCode InvalidChargeNextDate = new("024");

    /// <summary><c>025</c>: Invalid charge-on date.</summary>
    public static readonly QuickPayResultCode InvalidChargeOnDate = new("025");

    /// <summary><c>026</c>: Provide either chargeOnDate or recurringInterval.</summary>
    public static readonly QuickPayResultCode ScheduleMissing = new("026");

    /// <summary><c>027</c>: Provide only one of chargeOnDate and recurringInterval.</summary>
    public static readonly QuickPayResultCode ScheduleAmbiguous = new("027");

    /// <summary><c>101</c>: Provide one or more e-mail addresses or mobile numbers.</summary>
    public static readonly QuickPayResultCode RecipientsMissing = new("101");

    /// <summary><c>102</c>: One or more e-mail addresses invalid.</summary>
    public static readonly QuickPayResultCode InvalidEmail = new("102");

    /// <summary><c>103</c>: Invalid BCC e-mail address.</summary>
    public static readonly QuickPayResultCode InvalidBccEmail = new("103");

    /// <summary><c>104</c>: One or more mobile numbers invalid.</summary>
    public static readonly QuickPayResultCode InvalidMobile = new("104");

    /// <summary><c>105</c>: Invalid CC e-mail address.</summary>
    public static readonly QuickPayResultCode InvalidCcEmail = new("105");

    /// <summary><c>106</c>: Invalid e-mail subject.</summary>
    public static readonly QuickPayResultCode InvalidEmailSubject = new("106");

    /// <summary><c>107</c>: Invalid e-mail message.</summary>
    public static readonly QuickPayResultCode InvalidEmailMessage = new("107");

    /// <summary><c>108</c>: Invalid SMS message.</summary>
    public static readonly QuickPayResultCode InvalidSmsMessage = new("108");

    /// <summary><c>997</c>: Invalid request message.</summary>
    public static readonly QuickPayResultCode InvalidRequestMessage = new("997");

    /// <summary><c>998</c>: Empty compulsory value.</summary>
    public static readonly QuickPayResultCode CompulsoryValueEmpty = new("998");

    /// <summary><c>999</c>: System down.</summary>
    public static readonly QuickPayResultCode SystemDown = new("999");

    /// <summary>Every code of the table, with 2C2P's meaning in our words.</summary>
    public static IReadOnlyDictionary<QuickPayResultCode, string> Table { get; } =
        new Dictionary<QuickPayResultCode, string>
        {
            [Success] = "Success",
            [InvalidMerchant] = "Invalid merchant id",
            [InvalidQuickPayId] = "Invalid QuickPay id",
            [InvalidAmount] = "Invalid amount",
            [InvalidCurrency] = "Invalid currency",
            [InvalidDescription] = "Invalid description",
            [InvalidExpiry] = "Invalid expiry date",
            [InvalidPaymentOption] = "Invalid payment option",
            [InvalidIppInterestType] = "Invalid instalment interest type",
            [InvalidPaymentExpiry] = "Invalid payment expiry date",
            [InvalidAllowMultiplePayment] = "Invalid allowMultiplePayment",
            [InvalidMaxTransaction] = "Invalid maximum number of transactions",
            [InvalidOrderIdPrefix] = "Invalid order id prefix",
            [OrderIdInUse] = "Order id already in use",
            [MaxTransactionTooLow] = "Maximum number of transactions must exceed the pending and approved ones",
            [InvalidVersion] = "Invalid request version",
            [InvalidRequest3DS] = "Invalid request-3DS value",
            [InvalidEnableStoreCard] = "Invalid enable-store-card flag",
            [InvalidRecurring] = "Invalid recurring flag",
            [InvalidRecurringAmount] = "Invalid recurring amount",
            [InvalidAllowAccumulate] = "Invalid allow-accumulate flag",
            [InvalidMaxAccumulateAmount] = "Invalid allow-accumulate amount",
            [InvalidRecurringInterval] = "Invalid recurring interval",
            [InvalidRecurringCount] = "Invalid recurring count",
            [InvalidChargeNextDate] = "Invalid charge-next date",
            [InvalidChargeOnDate] = "Invalid charge-on date",
            [ScheduleMissing] = "Provide either chargeOnDate or recurringInterval",
            [ScheduleAmbiguous] = "Provide only one of chargeOnDate and recurringInterval",
            [RecipientsMissing] = "Provide one or more e-mail addresses or mobile numbers",
            [InvalidEmail] = "One or more e-mail addresses invalid",
            [InvalidBccEmail] = "Invalid BCC e-mail address",
            [InvalidMobile] = "One or more mobile numbers invalid",
            [InvalidCcEmail] = "Invalid CC e-mail address",
            [InvalidEmailSubject] = "Invalid e-mail subject",
            [InvalidEmailMessage] = "Invalid e-mail message",
            [InvalidSmsMessage] = "Invalid SMS message",
            [InvalidRequestMessage] = "Invalid request message",
            [CompulsoryValueEmpty] = "Empty compulsory value",
            [SystemDown] = "System down",
        };

    /// <summary>Whether the table lists this code.</summary>
    public bool IsListed => Table.ContainsKey(this);

    /// <inheritdoc />
    public override string ToString() => Text ?? "";
}
