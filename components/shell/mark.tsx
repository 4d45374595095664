/** The product's mark; its name always stands beside it. */
export function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f548c" />
      <path
        d="M8 9.5h10M8 15.5h7M8 21.5h6"
        stroke="#9fd0f5"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M17.5 20.5l3.6 3.6 6-8"
        fill="none"
        stroke="#fff"
        strokeWidth="2.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
