namespace TwoC2P.Codes;

/// <summary>
/// 2C2P's two-digit result (field <c>respCode</c>; table "Payment Maintenance result codes"). Codes that the table does not list are kept as sent.
/// </summary>
/// <param name="Text">The code as sent.</param>
public readonly record struct ResultCode(string Text)
{
    /// <summary><c>00</c>: Success.</summary>
    public static readonly ResultCode Success = new("00");

    /// <summary><c>01</c>: Stored card id cannot be found.</summary>
    public static readonly ResultCode StoredCardNotFound = new("01");

    /// <summary><c>02</c>: Invalid request.</summary>
    public static readonly ResultCode InvalidRequest = new("02");

    /// <summary><c>03</c>: Invalid merchant id (token API).</summary>
    public static readonly ResultCode InvalidTokenMerchant = new("03");

    /// <summary><c>04</c>: Invalid stored-card unique id.</summary>
    public static readonly ResultCode InvalidStoredCardId = new("04");

    /// <summary><c>05</c>: Invalid customer e-mail.</summary>
    public static readonly ResultCode InvalidCustomerEmail = new("05");

    /// <summary><c>10</c>: Compulsory values missing.</summary>
    public static readonly ResultCode CompulsoryValuesMissing = new("10");

    /// <summary><c>11</c>: Request validation failed.</summary>
    public static readonly ResultCode ValidationFailed = new("11");

    /// <summary><c>12</c>: Transaction status not valid for this action.</summary>
    public static readonly ResultCode StatusNotValid = new("12");

    /// <summary><c>13</c>: Invalid hash value.</summary>
    public static readonly ResultCode InvalidHash = new("13");

    /// <summary><c>14</c>: Invalid merchant id.</summary>
    public static readonly ResultCode InvalidMerchant = new("14");

    /// <summary><c>15</c>: Invalid invoice number.</summary>
    public static readonly ResultCode InvalidInvoice = new("15");

    /// <summary><c>16</c>: Transaction does not exist.</summary>
    public static readonly ResultCode TransactionNotFound = new("16");

    /// <summary><c>17</c>: Request type invalid.</summary>
    public static readonly ResultCode InvalidProcessType = new("17");

    /// <summary><c>18</c>: Invalid action amount.</summary>
    public static readonly ResultCode InvalidAmount = new("18");

    /// <summary><c>21</c>: Void not allowed.</summary>
    public static readonly ResultCode VoidNotAllowed = new("21");

    /// <summary><c>22</c>: Sub-transaction cannot be voided individually.</summary>
    public static readonly ResultCode SubTransactionVoidNotAllowed = new("22");

    /// <summary><c>25</c>: Void failed.</summary>
    public static readonly ResultCode VoidFailed = new("25");

    /// <summary><c>29</c>: Already voided.</summary>
    public static readonly ResultCode AlreadyVoided = new("29");

    /// <summary><c>30</c>: Unable to refund or settle more than the transaction amount.</summary>
    public static readonly ResultCode AmountExceedsTransaction = new("30");

    /// <summary><c>31</c>: Settlement not allowed.</summary>
    public static readonly ResultCode SettlementNotAllowed = new("31");

    /// <summary><c>32</c>: Settlement not required.</summary>
    public static readonly ResultCode SettlementNotRequired = new("32");

    /// <summary><c>33</c>: Partial settlement not allowed.</summary>
    public static readonly ResultCode PartialSettlementNotAllowed = new("33");

    /// <summary><c>34</c>: Settlement rejected.</summary>
    public static readonly ResultCode SettlementRejected = new("34");

    /// <summary><c>35</c>: Settlement failed.</summary>
    public static readonly ResultCode SettlementFailed = new("35");

    /// <summary><c>36</c>: Settlement not allowed beyond the deadline.</summary>
    public static readonly ResultCode SettlementTooLate = new("36");

    /// <summary><c>37</c>: Sub-merchant settlement amount exceeds the transaction amount.</summary>
    public static readonly ResultCode SubSettlementExceeds = new("37");

    /// <summary><c>38</c>: Sub-transaction cannot be captured individually.</summary>
    public static readonly ResultCode SubTransactionCaptureNotAllowed = new("38");

    /// <summary><c>39</c>: Already settled.</summary>
    public static readonly ResultCode AlreadySettled = new("39");

    /// <summary><c>40</c>: Refund amount exceeds the transaction amount.</summary>
    public static readonly ResultCode RefundExceedsTransaction = new("40");

    /// <summary><c>41</c>: Refund not allowed.</summary>
    public static readonly ResultCode RefundNotAllowed = new("41");

    /// <summary><c>42</c>: Refund pending.</summary>
    public static readonly ResultCode RefundPending = new("42");

    /// <summary><c>43</c>: Partial refund not allowed.</summary>
    public static readonly ResultCode PartialRefundNotAllowed = new("43");

    /// <summary><c>44</c>: Refund rejected.</summary>
    public static readonly ResultCode RefundRejected = new("44");

    /// <summary><c>45</c>: Refund failed.</summary>
    public static readonly ResultCode RefundFailed = new("45");

    /// <summary><c>46</c>: Insufficient funds for refund.</summary>
    public static readonly ResultCode InsufficientFunds = new("46");

    /// <summary><c>47</c>: Sub-merchant refund amount exceeds the transaction amount.</summary>
    public static readonly ResultCode SubRefundExceeds = new("47");

    /// <summary><c>48</c>: Sub-merchant has insufficient funds.</summary>
    public static readonly ResultCode SubMerchantInsufficientFunds = new("48");

    /// <summary><c>49</c>: Already fully refunded.</summary>
    public static readonly ResultCode AlreadyFullyRefunded = new("49");

    /// <summary><c>50</c>: Same idempotent key exists with a different type.</summary>
    public static readonly ResultCode IdempotentKeyOtherType = new("50");

    /// <summary><c>51</c>: Same idempotent key with status pending.</summary>
    public static readonly ResultCode IdempotentKeyPending = new("51");

    /// <summary><c>52</c>: Cannot retrieve main transaction; refund failed.</summary>
    public static readonly ResultCode MainTransactionUnavailable = new("52");

    /// <summary><c>53</c>: No transaction reference number.</summary>
    public static readonly ResultCode NoReference = new("53");

    /// <summary><c>54</c>: Refund exceeded the allowable timeframe.</summary>
    public static readonly ResultCode RefundTooLate = new("54");

    /// <summary><c>61</c>: Cancel not allowed.</summary>
    public static readonly ResultCode CancelNotAllowed = new("61");

    /// <summary><c>65</c>: Cancel failed.</summary>
    public static readonly ResultCode CancelFailed = new("65");

    /// <summary><c>95</c>: Request timed out.</summary>
    public static readonly ResultCode TimedOut = new("95");

    /// <summary><c>96</c>: Unable to decrypt.</summary>
    public static readonly ResultCode UnableToDecrypt = new("96");

    /// <summary><c>97</c>: Process not supported.</summary>
    public static readonly ResultCode ProcessNotSupported = new("97");

    /// <summary><c>98</c>: Request not available.</summary>
    public static readonly ResultCode NotAvailable = new("98");

    /// <summary><c>99</c>: Unable to complete the request.</summary>
    public static readonly ResultCode UnableToComplete = new("99");

    /// <summary>Every code of the table, with 2C2P's meaning in our words.</summary>
    public static IReadOnlyDictionary<ResultCode, string> Table { get; } =
        new Dictionary<ResultCode, string>
        {
            [Success] = "Success",
            [StoredCardNotFound] = "Stored card id cannot be found",
            [InvalidRequest] = "Invalid request",
            [InvalidTokenMerchant] = "Invalid merchant id (token API)",
            [InvalidStoredCardId] = "Invalid stored-card unique id",
            [InvalidCustomerEmail] = "Invalid customer e-mail",
            [CompulsoryValuesMissing] = "Compulsory values missing",
            [ValidationFailed] = "Request validation failed",
            [StatusNotValid] = "Transaction status not valid for this action",
            [InvalidHash] = "Invalid hash value",
            [InvalidMerchant] = "Invalid merchant id",
            [InvalidInvoice] = "Invalid invoice number",
            [TransactionNotFound] = "Transaction does not exist",
            [InvalidProcessType] = "Request type invalid",
            [InvalidAmount] = "Invalid action amount",
            [VoidNotAllowed] = "Void not allowed",
            [SubTransactionVoidNotAllowed] = "Sub-transaction cannot be voided individually",
            [VoidFailed] = "Void failed",
            [AlreadyVoided] = "Already voided",
            [AmountExceedsTransaction] = "Unable to refund or settle more than the transaction amount",
            [SettlementNotAllowed] = "Settlement not allowed",
            [SettlementNotRequired] = "Settlement not required",
            [PartialSettlementNotAllowed] = "Partial settlement not allowed",
            [SettlementRejected] = "Settlement rejected",
            [SettlementFailed] = "Settlement failed",
            [SettlementTooLate] = "Settlement not allowed beyond the deadline",
            [SubSettlementExceeds] = "Sub-merchant settlement amount exceeds the transaction amount",
            [SubTransactionCaptureNotAllowed] = "Sub-transaction cannot be captured individually",
            [AlreadySettled] = "Already settled",
            [RefundExceedsTransaction] = "Refund amount exceeds the transaction amount",
            [RefundNotAllowed] = "Refund not allowed",
            [RefundPending] = "Refund pending",
            [PartialRefundNotAllowed] = "Partial refund not allowed",
            [RefundRejected] = "Refund rejected",
            [RefundFailed] = "Refund failed",
            [InsufficientFunds] = "Insufficient funds for refund",
            [SubRefundExceeds] = "Sub-merchant refund amount exceeds the transaction amount",
            [SubMerchantInsufficientFunds] = "Sub-merchant has insufficient funds",
            [AlreadyFullyRefunded] = "Already fully refunded",
            [IdempotentKeyOtherType] = "Same idempotent key exists with a different type",
            [IdempotentKeyPending] = "Same idempotent key with status pending",
            [MainTransactionUnavailable] = "Cannot retrieve main transaction; refund failed",
            [NoReference] = "No transaction reference number",
            [RefundTooLate] = "Refund exceeded the allowable timeframe",
            [CancelNotAllowed] = "Cancel not allowed",
            [CancelFailed] = "Cancel failed",
            [TimedOut] = "Request timed out",
            [UnableToDecrypt] = "Unable to decrypt",
            [ProcessNotSupported] = "Process not supported",
            [NotAvailable] = "Request not available",
            [UnableToComplete] = "Unable to complete the request",
        };

    /// <summary>Whether the table lists this code.</summary>
    public bool IsListed => Table.ContainsKey(this);

    /// <inheritdoc />
    public override string ToString() => Text ?? "";
}
