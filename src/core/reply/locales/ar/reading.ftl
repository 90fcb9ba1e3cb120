clarify-no-such-date = لا يوجد تاريخ مثل «{ $said }». أي يوم أو شهر أو سنة تقصد؟
clarify-no-such-number = «{ $said }» ليس عددًا يمكن أن يكون قد سُجّل هنا. أي عدد تقصد؟
clarify-no-such-distance = «{ $said }» ليست مسافة يمكن البحث ضمنها. اذكر مسافة أكبر من صفر ولا تزيد على 1500 كم.
toll-filter-none-of = بلا أي من { $whom } بين { $actors }
