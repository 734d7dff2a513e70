namespace AstRegistry.Benchmarks.CodeBases;

/// <summary>The words that names are made of.</summary>
internal static class Vocabulary
{
    public static readonly string[] Areas =
    [
        "Sales", "Billing", "Shipping", "Catalog", "Identity", "Reporting", "Inventory", "Payments", "Support", "Scheduling", "Messaging",
        "Pricing", "Accounting", "Procurement", "Planning", "Analytics", "Storage", "Workflow", "Documents", "Monitoring",
    ];

    public static readonly string[] Nouns =
    [
        "Order", "Invoice", "Customer", "Shipment", "Product", "Account", "Ledger", "Payment", "Ticket", "Schedule", "Message", "Price",
        "Contract", "Supplier", "Forecast", "Metric", "Document", "Policy", "Claim", "Device", "Session", "Route", "Package", "Budget",
        "Project", "Task", "Employee", "Vendor", "Asset", "Location", "Region", "Channel", "Campaign", "Subscription", "Refund", "Discount",
        "Voucher", "Basket", "Stock", "Batch",
    ];

    public static readonly string[] Qualifiers =
    [
        "Pending", "Active", "Archived", "Daily", "Monthly", "Remote", "Local", "Primary", "Secondary", "Open", "Closed", "Internal",
        "External", "Partial", "Final", "Draft", "Signed", "Shared", "Cached", "Weighted",
    ];

    public static readonly string[] Verbs =
    [
        "Load", "Apply", "Collect", "Resolve", "Merge", "Validate", "Convert", "Publish", "Reserve", "Release", "Compute", "Assign",
        "Refresh", "Archive", "Estimate", "Balance", "Normalize", "Allocate", "Group", "Filter",
    ];

    public static readonly string[] Amounts = ["Total", "Net", "Gross", "Tax", "Fee", "Margin", "Balance", "Credit", "Debit", "Cost"];

    public static readonly string[] Labels = ["Name", "Title", "Code", "Reference", "Description", "Category", "Owner", "Source", "Unit", "Label"];

    public static readonly string[] Counts = ["Quantity", "Count", "Priority", "Level", "Version", "Rank", "Attempts", "Position", "Weight", "Age"];

    public static readonly string[] Times = ["CreatedAt", "UpdatedAt", "DueAt", "ClosedAt", "StartedAt", "ExpiresAt", "PaidAt", "SentAt"];

    public static readonly string[] States =
    [
        "Draft", "Submitted", "Approved", "Rejected", "Paid", "Sent", "Delivered", "Returned", "Cancelled", "Expired", "Suspended", "Completed",
    ];
}
