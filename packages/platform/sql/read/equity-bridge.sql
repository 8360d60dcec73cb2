-- The months of the bridge, oldest first. Days are text, as files want them.
-- reads: equity_bridge
SELECT CAST(period_end AS VARCHAR) AS period_end, method, opening, new_customers, new_n, purchases_up,
  purchases_up_n, purchases_down, purchases_down_n, spend_up, spend_up_n, spend_down, spend_down_n,
  fee_up, fee_up_n, fee_down, fee_down_n, months_up, months_up_n, months_down, months_down_n, margin, margin_n, gone, gone_n,
  closing, customers
FROM equity_bridge
ORDER BY equity_bridge.period_end
